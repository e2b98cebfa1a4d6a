package io.github.pyo3doctor.fix;

import io.github.pyo3doctor.files.TextFiles;
import io.github.pyo3doctor.files.UnreadableFileException;
import io.github.pyo3doctor.files.UserFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Remembers, outside of the projects, what was applied to each, so that it can be taken back. */
public final class FixJournal {
  /** Older ones are forgotten: who goes back further has version control. */
  private static final int MOST_KEPT = 50;

  private static final int LIMIT_BYTES = 256 * 1024 * 1024;

  private final Path folder;

  /**
   * What one project's file holds.
   *
   * @param root the project's root
   * @param applied oldest first
   */
  private record Page(String root, List<AppliedFix> applied) {}

  /** A journal kept in that folder, which need not exist. */
  public FixJournal(Path folder) {
    this.folder = folder;
  }

  /** The place the system keeps such files at: XDG's state, Application Support, LocalAppData. */
  public static FixJournal ofUser(Map<String, String> environment, Path home) {
    return new FixJournal(UserFolder.STATE.in(environment, home).resolve("applied"));
  }

  /** What was applied to a project, oldest first. */
  List<AppliedFix> of(Path root) throws FixRefusedException {
    Path file = file(root);
    if (!Files.exists(file)) return List.of();
    try {
      Page page = mapper().readValue(TextFiles.read(file, LIMIT_BYTES), Page.class);
      return page.root().equals(root.toString()) ? page.applied() : List.of();
    } catch (UnreadableFileException | JacksonException e) {
      throw new FixRefusedException(file + ": is no journal of changes; set it aside");
    }
  }

  void add(Path root, AppliedFix applied) throws FixRefusedException {
    List<AppliedFix> all = new ArrayList<>(of(root));
    all.add(applied);
    write(root, all.subList(Math.max(0, all.size() - MOST_KEPT), all.size()));
  }

  /** Forgets the last one. */
  void removeLast(Path root) throws FixRefusedException {
    List<AppliedFix> all = of(root);
    write(root, all.subList(0, all.size() - 1));
  }

  /** Made when it is needed: it takes longer than most of what this program does. */
  private static JsonMapper mapper() {
    return JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
  }

  private void write(Path root, List<AppliedFix> applied) throws FixRefusedException {
    Path file = file(root);
    try {
      Files.createDirectories(folder);
      Path beside = Files.createTempFile(folder, "applied-", ".new");
      try {
        Files.writeString(
            beside, mapper().writeValueAsString(new Page(root.toString(), List.copyOf(applied))));
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(beside);
      }
    } catch (IOException e) {
      throw new FixRefusedException(
          file + ": cannot be written, and without it nothing could be taken back");
    }
  }

  /** Two roots may share a file name: the file says in itself whose it is. */
  private Path file(Path root) {
    return folder.resolve("%s-%08x.json".formatted(root.getFileName(), root.hashCode()));
  }
}
