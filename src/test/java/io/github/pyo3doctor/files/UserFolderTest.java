package io.github.pyo3doctor.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UserFolderTest {
  @TempDir private Path home;

  @Test
  void eachLiesWhereTheSystemKeepsSuchThings() throws IOException {
    String set = home.resolve("set").toString();

    assertThat(UserFolder.CACHE.in(Map.of("XDG_CACHE_HOME", set), home)).isEqualTo(in("set"));
    assertThat(UserFolder.CACHE.in(Map.of("LOCALAPPDATA", set), home)).isEqualTo(in("set"));
    assertThat(UserFolder.CONFIG.in(Map.of("APPDATA", set), home)).isEqualTo(in("set"));
    assertThat(UserFolder.CONFIG.in(Map.of(), home)).isEqualTo(in(".config"));
    assertThat(UserFolder.STATE.in(Map.of(), home)).isEqualTo(in(".local/state"));
    Files.createDirectories(home.resolve("Library/Caches"));
    assertThat(UserFolder.CACHE.in(Map.of(), home)).isEqualTo(in("Library/Caches"));
  }

  @Test
  void aVariableWithoutAnAbsolutePathCountsAsNotSet() {
    String set = home.resolve("set").toString();

    for (String unusable : new String[] {"", " ", "settings", "a\0b"}) {
      assertThat(UserFolder.CONFIG.in(Map.of("XDG_CONFIG_HOME", unusable), home))
          .isEqualTo(in(".config"));
      assertThat(UserFolder.CONFIG.in(Map.of("XDG_CONFIG_HOME", unusable, "APPDATA", set), home))
          .isEqualTo(in("set"));
    }
  }

  private Path in(String folder) {
    return home.resolve(folder).resolve("pyo3-doctor");
  }
}
