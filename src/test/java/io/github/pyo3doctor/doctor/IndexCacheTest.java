package io.github.pyo3doctor.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pyo3doctor.faq.Pyo3Release;
import io.github.pyo3doctor.files.CacheFolder;
import io.github.pyo3doctor.guide.Guide;
import io.github.pyo3doctor.guide.GuideOrigin;
import io.github.pyo3doctor.search.TopicIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexCacheTest {
  private static final List<Source> BUNDLED = List.of(new Source.Bundled(Optional.empty()));
  private static final TopicIndex EMPTY = TopicIndex.of(List.of());

  @TempDir private Path home;
  private Path folder = Path.of("");
  private IndexCache cache = new IndexCache(new CacheFolder(Path.of(""), ""));

  @BeforeEach
  void anEmptyCache() {
    folder = home.resolve("not").resolve("yet");
    cache = new IndexCache(new CacheFolder(folder, "build 1"));
  }

  @Test
  void whatIsKeptIsFound() {
    assertThat(cache.find(BUNDLED)).isEmpty();

    cache.keep(BUNDLED, EMPTY);

    assertThat(cache.find(BUNDLED)).isPresent();
  }

  @Test
  void anotherBuildOfTheProgramFindsNothing() {
    cache.keep(BUNDLED, EMPTY);

    assertThat(new IndexCache(new CacheFolder(folder, "build 2")).find(BUNDLED)).isEmpty();
  }

  @Test
  void otherSourcesFindNothing() {
    cache.keep(BUNDLED, EMPTY);

    assertThat(cache.find(List.of(new Source.Bundled(Optional.of(new Pyo3Release("0.20.0"))))))
        .isEmpty();
    assertThat(cache.find(List.of(BUNDLED.getFirst(), official(GuideOrigin.REGISTRY)))).isEmpty();
  }

  @Test
  void aGuideIsKeptOnlyWhereNobodyEditsIt() {
    for (GuideOrigin origin : GuideOrigin.values()) {
      List<Source> sources = List.of(official(origin));
      cache.keep(sources, EMPTY);

      assertThat(cache.find(sources).isPresent())
          .as(origin.name())
          .isEqualTo(origin == GuideOrigin.REGISTRY || origin == GuideOrigin.ARCHIVE);
    }
    assertThat(cache.find(List.of(new Source.Named(home, Optional.empty())))).isEmpty();
  }

  @Test
  void aDamagedFileIsAsGoodAsNoneAndIsReplaced() throws IOException {
    cache.keep(BUNDLED, EMPTY);
    Path file = files().getFirst();
    Files.writeString(file, "no index");
    assertThat(cache.find(BUNDLED)).isEmpty();

    cache.keep(BUNDLED, EMPTY);

    assertThat(files()).containsExactly(file);
    assertThat(cache.find(BUNDLED)).isPresent();
  }

  @Test
  void onlyTheNewestEightAreKept() throws IOException {
    for (int i = 0; i < 12; i++) {
      List<Source> sources =
          List.of(new Source.Bundled(Optional.of(new Pyo3Release("0." + i + ".0"))));
      cache.keep(sources, EMPTY);
      for (Path file : files()) {
        FileTime time = Files.getLastModifiedTime(file);
        Files.setLastModifiedTime(file, FileTime.fromMillis(time.toMillis() - 1000));
      }
    }

    assertThat(files()).hasSize(8);
    assertThat(cache.find(List.of(new Source.Bundled(Optional.of(new Pyo3Release("0.11.0"))))))
        .isPresent();
    assertThat(cache.find(List.of(new Source.Bundled(Optional.of(new Pyo3Release("0.0.0"))))))
        .isEmpty();
  }

  @Test
  void whereNothingCanBeKeptNothingHappens() throws IOException {
    IndexCache nowhere =
        new IndexCache(new CacheFolder(Files.writeString(home.resolve("a-file"), ""), "build 1"));

    nowhere.keep(BUNDLED, EMPTY);

    assertThat(nowhere.find(BUNDLED)).isEmpty();
  }

  @Test
  void aSecondDoctorAnswersFromWhatTheFirstHasKept() throws Exception {
    Doctor doctor = new Doctor("1.2.3").withCacheIn(new CacheFolder(folder, "build 1"));
    try (TopicIndex built = doctor.keptIndex(BUNDLED);
        TopicIndex kept = doctor.keptIndex(BUNDLED)) {
      assertThat(files()).hasSize(1);
      assertThat(kept.search("deadlok OnceLock", 10))
          .isNotEmpty()
          .isEqualTo(built.search("deadlok OnceLock", 10));
    }
  }

  private Source official(GuideOrigin origin) {
    return new Source.Official(
        new Guide(new Pyo3Release("0.29.2"), origin, home.resolve("pyo3-0.29.2"), "guide/src"));
  }

  private List<Path> files() throws IOException {
    List<Path> files = new ArrayList<>();
    try (var found = Files.newDirectoryStream(folder)) {
      found.forEach(files::add);
    }
    return files;
  }
}
