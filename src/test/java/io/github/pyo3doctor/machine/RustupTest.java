package io.github.pyo3doctor.machine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pyo3doctor.snapshot.RustToolchain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RustupTest {
  private static final String HOST = "x86_64-unknown-linux-gnu";

  @TempDir private Path temporary;
  private Path home;
  private Path project;

  @BeforeEach
  void twoToolchainsAreInstalled() throws IOException {
    home = temporary.resolve("rustup");
    project = Files.createDirectory(temporary.resolve("project"));
    Files.createDirectories(home.resolve("toolchains/stable-" + HOST));
    Files.createDirectories(home.resolve("toolchains/1.85-" + HOST));
    settings(
        "default_toolchain = \"stable-" + HOST + "\"\ndefault_host_triple = \"" + HOST + "\"\n");
  }

  @Test
  void theDefaultIsTakenWhereNothingElseIsAskedFor() {
    assertThat(toolchain().map(RustToolchain::name)).contains("stable-" + HOST);
  }

  @Test
  void theProjectsOwnFileGoesBeforeTheDefault() throws IOException {
    file("rust-toolchain.toml", "[toolchain]\nchannel = \"1.85\"\n");

    assertThat(toolchain())
        .hasValueSatisfying(
            found -> {
              assertThat(found.name()).isEqualTo("1.85");
              assertThat(found.folder())
                  .contains(home.resolve("toolchains/1.85-" + HOST).toString());
            });
  }

  @Test
  void aFileWithoutAnEndingMayHoldNothingButAName() throws IOException {
    file("rust-toolchain", "1.85\n");

    assertThat(toolchain().map(RustToolchain::name)).contains("1.85");
  }

  @Test
  void aPathIsRelativeToItsFile() throws IOException {
    file("rust-toolchain.toml", "[toolchain]\npath = \"mine\"\n");

    assertThat(toolchain().map(RustToolchain::name)).contains(project.resolve("mine").toString());
  }

  @Test
  void anOverrideOfTheFolderGoesBeforeItsFile() throws IOException {
    file("rust-toolchain.toml", "[toolchain]\nchannel = \"stable\"\n");
    settings("[overrides]\n'" + project + "' = \"1.85\"\n");

    assertThat(toolchain().map(RustToolchain::name)).contains("1.85");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[toolchain\n",
        "toolchain = 1\n",
        "[toolchain]\nchannel = 1\n",
        "[toolchain]\npath = \"\\u0000\"\n",
      })
  void aFileThatAsksForNothingLeavesTheDefault(String text) throws IOException {
    file("rust-toolchain.toml", text);

    assertThat(toolchain().map(RustToolchain::name)).contains("stable-" + HOST);
  }

  @Test
  void settingsThatAreBrokenAskForNothing() throws IOException {
    settings("default_toolchain = stable\n");

    assertThat(toolchain()).isEmpty();
  }

  private Optional<RustToolchain> toolchain() {
    return Rustup.of(Map.of("RUSTUP_HOME", home.toString()), Optional.empty())
        .orElseThrow()
        .toolchain(project);
  }

  private void settings(String text) throws IOException {
    Files.writeString(home.resolve("settings.toml"), text);
  }

  private void file(String name, String text) throws IOException {
    Files.writeString(project.resolve(name), text);
  }
}
