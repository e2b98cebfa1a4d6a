package io.github.pyo3doctor.machine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pyo3doctor.snapshot.RustToolchain;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RustupTest {
  private static final String STABLE = "stable-x86_64-unknown-linux-gnu";
  private static final String OLDER = "1.85-x86_64-unknown-linux-gnu";

  @TempDir private Path folder;

  private final Map<String, String> environment = new HashMap<>();

  @BeforeEach
  void installed() throws Exception {
    Files.createDirectories(folder.resolve("rustup/toolchains").resolve(STABLE));
    Files.createDirectories(folder.resolve("rustup/toolchains").resolve(OLDER));
    environment.put("RUSTUP_HOME", folder.resolve("rustup").toString());
  }

  @Test
  void withoutADefaultNoneIsTaken() {
    assertThat(toolchain()).isEmpty();
  }

  @Test
  void theDefaultIsTakenAndWhatIsMissingIsGotUnlessForbidden() throws Exception {
    settings("default_toolchain = \"1.70\"\n");
    assertThat(toolchain().orElseThrow().folder()).isEmpty();
    assertThat(toolchain().orElseThrow().autoInstall()).contains(true);

    settings("default_toolchain = \"" + STABLE + "\"\nauto_install = \"disable\"\n");
    assertThat(toolchain().orElseThrow().folder())
        .contains(folder.resolve("rustup/toolchains").resolve(STABLE).toString());
    assertThat(toolchain().orElseThrow().autoInstall()).contains(false);
  }

  @Test
  void theVariableGoesBeforeTheSetting() throws Exception {
    settings("default_toolchain = \"1.70\"\nauto_install = \"disable\"\n");
    environment.put("RUSTUP_AUTO_INSTALL", "1");
    assertThat(toolchain().orElseThrow().autoInstall()).contains(true);

    environment.put("RUSTUP_AUTO_INSTALL", "");
    assertThat(toolchain().orElseThrow().autoInstall()).contains(false);

    settings("default_toolchain = \"1.70\"\n");
    assertThat(toolchain().orElseThrow().autoInstall()).contains(true);

    environment.put("RUSTUP_AUTO_INSTALL", "0");
    assertThat(toolchain().orElseThrow().autoInstall()).contains(false);
  }

  @Test
  void aFileTellsWhichTargetsItWants() throws Exception {
    Files.writeString(
        folder.resolve("rust-toolchain.toml"),
        "[toolchain]\nchannel = \"stable\"\ntargets = [\"wasm32-wasip1\"]\n");

    assertThat(toolchain().orElseThrow().targets()).containsExactly("wasm32-wasip1");
  }

  @Test
  void aRustupThatIsStartedCountsBeforeItHasAFolder() throws Exception {
    environment.put("RUSTUP_HOME", folder.resolve("none").toString());
    environment.put("RUSTUP_TOOLCHAIN", "1.70");

    assertThat(Rustup.of(environment, Optional.empty(), false)).isEmpty();
    assertThat(toolchain().orElseThrow().installed()).isEmpty();
  }

  @Test
  void theProjectsOwnFileGoesBeforeTheDefault() throws Exception {
    settings("default_toolchain = \"" + STABLE + "\"\n");
    Files.writeString(folder.resolve("rust-toolchain.toml"), "[toolchain]\nchannel = \"1.85\"\n");

    assertThat(toolchain().orElseThrow().name()).isEqualTo("1.85");
    assertThat(toolchain().orElseThrow().folder())
        .contains(folder.resolve("rustup/toolchains").resolve(OLDER).toString());
  }

  @Test
  void aFileWithoutAnEndingMayHoldNothingButAName() throws Exception {
    Files.writeString(folder.resolve("rust-toolchain"), "1.85\n");

    assertThat(toolchain().orElseThrow().name()).isEqualTo("1.85");
  }

  @Test
  void aPathIsRelativeToItsFile() throws Exception {
    Files.writeString(folder.resolve("rust-toolchain.toml"), "[toolchain]\npath = \"mine\"\n");

    assertThat(toolchain().orElseThrow().name()).isEqualTo(folder.resolve("mine").toString());
  }

  @Test
  void anOverrideOfTheFolderGoesBeforeItsFile() throws Exception {
    Files.writeString(folder.resolve("rust-toolchain.toml"), "[toolchain]\nchannel = \"stable\"\n");
    settings("[overrides]\n'" + folder + "' = \"1.85\"\n");

    assertThat(toolchain().orElseThrow().name()).isEqualTo("1.85");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[toolchain\n",
        "toolchain = 1\n",
        "[toolchain]\nchannel = 1\n",
        "[toolchain]\npath = \"\\u0000\"\n",
      })
  void aFileThatAsksForNothingLeavesTheDefault(String text) throws Exception {
    settings("default_toolchain = \"" + STABLE + "\"\n");
    Files.writeString(folder.resolve("rust-toolchain.toml"), text);

    assertThat(toolchain().orElseThrow().name()).isEqualTo(STABLE);
  }

  @Test
  void settingsThatAreBrokenAskForNothing() throws Exception {
    settings("default_toolchain = stable\n");

    assertThat(toolchain()).isEmpty();
  }

  private void settings(String text) throws Exception {
    Files.writeString(folder.resolve("rustup/settings.toml"), text);
  }

  private Optional<RustToolchain> toolchain() {
    return Rustup.of(environment, Optional.empty(), true)
        .flatMap(rustup -> rustup.toolchain(folder));
  }
}
