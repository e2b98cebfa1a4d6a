package io.github.pyo3doctor.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.github.pyo3doctor.snapshot.BuildScript;
import io.github.pyo3doctor.snapshot.CargoConfig;
import io.github.pyo3doctor.snapshot.CompilerFlag;
import io.github.pyo3doctor.snapshot.EditorSettings.Setting;
import io.github.pyo3doctor.snapshot.ExtensionModule;
import io.github.pyo3doctor.snapshot.Located;
import io.github.pyo3doctor.snapshot.Location;
import io.github.pyo3doctor.snapshot.Patch;
import io.github.pyo3doctor.snapshot.Toolchain;
import io.github.pyo3doctor.snapshot.WorkflowCommand;
import io.github.pyo3doctor.snapshot.Workspace;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What steers a build beside the manifests' dependencies and targets. */
class BuildSettingsTest {
  @TempDir private Path temporary;

  private Folder demo() {
    return new Folder(temporary).with("Cargo.toml", Folder.PACKAGE).with("src/lib.rs", "");
  }

  @Test
  void compilerFlagsKeepTheTargetTheyAreFor() {
    CargoConfig config =
        config(
            """
            [build]
            target = ["aarch64-apple-darwin"]
            rustflags = "-C  opt-level=1"
            [target.x86_64-apple-darwin]
            rustflags = ["-C", "link-arg=-undefined"]
            """);

    assertThat(config.targets()).extracting(Located::value).containsExactly("aarch64-apple-darwin");
    assertThat(config.rustflags())
        .extracting(CompilerFlag::value, CompilerFlag::condition)
        .containsExactly(
            tuple("-C", Optional.empty()),
            tuple("opt-level=1", Optional.empty()),
            tuple("-C", Optional.of("x86_64-apple-darwin")),
            tuple("link-arg=-undefined", Optional.of("x86_64-apple-darwin")));
    assertThat(config.rustflags().getLast().location())
        .isEqualTo(new Location(".cargo/config.toml", 5, 20));
  }

  @Test
  void theVariablesThatPyo3AsksForAreReadAndNoOthers() {
    CargoConfig config =
        config(
            """
            [env]
            VIRTUAL_ENV = { value = ".venv", relative = true }
            PYO3_CROSS_LIB_DIR = "/opt/python/lib"
            API_TOKEN = "hush"
            """);

    assertThat(config.variables())
        .extracting(variable -> variable.name())
        .containsExactlyInAnyOrder("VIRTUAL_ENV", "PYO3_CROSS_LIB_DIR");
  }

  private CargoConfig config(String text) {
    return demo().with(".cargo/config.toml", text).collect().cargoConfigs().getFirst();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "rust-toolchain      | 1.70.0                              | 1.70.0",
        "rust-toolchain      | [toolchain]\\nchannel = \"1.75\"    | 1.75",
        "rust-toolchain.toml | [toolchain]\\nchannel = \"nightly\" | nightly",
      })
  void theToolchainIsReadInEitherForm(String name, String text, String channel) {
    Folder folder = demo().with(name, text.replace("\\n", "\n"));

    assertThat(folder.collect().toolchains())
        .extracting(Toolchain::path, toolchain -> toolchain.channel().value())
        .containsExactly(tuple(name, channel));
    assertThat(folder.notes()).isEmpty();
  }

  @Test
  void theToolchainFileWithoutAnEndingWins() {
    Folder folder =
        demo()
            .with("rust-toolchain", "1.70")
            .with("rust-toolchain.toml", "[toolchain]\nchannel = \"1.80\"\n");

    assertThat(folder.collect().toolchains())
        .extracting(toolchain -> toolchain.channel().value())
        .containsExactly("1.70");
  }

  @Test
  void theRustVersionMayBeTheWorkspaces() {
    Folder folder =
        new Folder(temporary)
            .with(
                "Cargo.toml",
                "[workspace]\nmembers = [\"ext\"]\n[workspace.package]\nrust-version = \"1.70\"\n")
            .with(
                "ext/Cargo.toml",
                "[package]\nname = \"ext\"\nversion = \"0.1.0\"\nrust-version.workspace = true\n")
            .with("ext/src/lib.rs", "");

    assertThat(folder.onlyPackage().rustVersion())
        .contains(new Located<>("1.70", new Location("Cargo.toml", 4, 1)));
  }

  @Test
  void whatABuildScriptTellsTheLinkerIsRead() {
    Folder folder =
        demo()
            .with(
                "build.rs",
                """
                // pyo3_build_config::add_python_framework_link_args() is not needed
                fn main() {
                    pyo3_build_config::add_extension_module_link_args();
                    println!("cargo:rustc-link-arg=-undefined");
                }
                """);

    BuildScript script = folder.onlyPackage().buildScript().orElseThrow();

    assertThat(script.helpers())
        .containsExactly(
            new Located<>("add_extension_module_link_args", new Location("build.rs", 3, 24)));
    assertThat(script.linkerArguments())
        .containsExactly(
            new Located<>("cargo:rustc-link-arg=-undefined", new Location("build.rs", 4, 14)));
  }

  @Test
  void aBuildScriptThatIsSwitchedOffIsNotRead() {
    Folder folder =
        demo()
            .with("Cargo.toml", Folder.PACKAGE.replace("[dep", "build = false\n[dep"))
            .with("build.rs", "fn main() { pyo3_build_config::use_pyo3_cfgs(); }");

    assertThat(folder.onlyPackage().buildScript()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "[package]|edition=\"2018\", 1",
    "[package]|edition=\"2021\", 2",
    "[package]|edition=\"2024\", 3",
    "[package]|edition=\"2018\"|resolver=\"2\", 2",
    "[package]|edition=\"2021\"|[workspace]|resolver=\"1\", 1",
    "[workspace]|members=[], 1",
  })
  void theResolverFollowsTheEditionUnlessItIsWritten(String root, String resolver) {
    String manifest =
        root.replace("|", "\n").replace("[package]", "[package]\nname=\"a\"\nversion=\"0.1.0\"");
    Folder folder = new Folder(temporary).with("Cargo.toml", manifest).with("src/lib.rs", "");

    assertThat(folder.collect().workspaces().getFirst().resolver()).contains(resolver);
  }

  @Test
  void membersThatAreBuiltByDefaultAndPatchesAreRead() {
    Folder folder =
        new Folder(temporary)
            .withPackage("crates/a", "a")
            .withPackage("crates/b", "b")
            .with(
                "Cargo.toml",
                """
                [workspace]
                members = ["crates/*"]
                default-members = ["crates/a"]
                [patch.crates-io]
                python = { package = "pyo3", git = "https://example.org/pyo3" }
                """);

    Workspace workspace = folder.collect().workspaces().getFirst();

    assertThat(workspace.defaultMembers()).containsExactly("crates/a/Cargo.toml");
    assertThat(workspace.patches())
        .containsExactly(new Patch("crates-io", "pyo3", new Location("Cargo.toml", 5, 1)));
  }

  @Test
  void withoutAListARootPackageIsBuiltAloneAndAVirtualWorkspaceWhole() {
    Folder virtual =
        new Folder(temporary)
            .withPackage("a", "a")
            .with("Cargo.toml", "[workspace]\nmembers = [\"a\"]\n");
    assertThat(virtual.collect().workspaces().getFirst().defaultMembers())
        .containsExactly("a/Cargo.toml");

    Folder rooted = virtual.with("Cargo.toml", Folder.PACKAGE + "[workspace]\nmembers = [\"a\"]\n");
    assertThat(rooted.collect().workspaces().getFirst().defaultMembers())
        .containsExactly("Cargo.toml");
  }

  @Test
  void theEditorsSettingsAreReadThroughCommentsAndNestedKeys() {
    Folder folder =
        demo()
            .with(
                ".vscode/settings.json",
                """
                {
                  // for rust-analyzer
                  "rust-analyzer.cargo.extraEnv": { "PYO3_PYTHON": "/usr/bin/python3", "TOKEN": "hush" },
                  "rust-analyzer.cargo": { "targetDir": true },
                  "rust-analyzer.cargo.features": ["a", {"targetDir": 1}],
                }
                """);

    assertThat(folder.collect().editorSettings().getFirst().settings())
        .containsExactly(
            new Setting(
                "rust-analyzer.cargo.extraEnv.PYO3_PYTHON",
                "/usr/bin/python3",
                new Location(".vscode/settings.json", 3, 37)),
            new Setting(
                "rust-analyzer.cargo.targetDir",
                "true",
                new Location(".vscode/settings.json", 4, 28)));
    assertThat(folder.notes()).isEmpty();
  }

  @Test
  void settingsThatAreNotJsonAreNoted() {
    Folder folder = demo().with(".vscode/settings.json", "{ \"a\": ]");

    assertThat(folder.notes())
        .containsExactly(
            ".vscode/settings.json:1:8: is not JSON from here on; its other settings were not"
                + " read");
  }

  @Test
  void whatAWorkflowRunsOnMacosIsRead() {
    Folder folder =
        demo()
            .with(
                ".github/workflows/ci.yml",
                """
                on: [push]
                jobs:
                  build:
                    runs-on: ${{ matrix.os }}
                    strategy:
                      matrix:
                        os: [ubuntu-latest, macos-14]
                    steps:
                      - uses: actions/checkout@v4
                      - run: cargo build --release # both
                      - name: only there
                        if: runner.os == 'macOS'
                        working-directory: ext
                        run: |
                          rustup show
                          cd core && cargo build \\
                            -p demo
                      - if: runner.os != 'macOS'
                        run: cargo build --all
                  elsewhere:
                    runs-on: ubuntu-latest
                    steps:
                      - run: cargo build
                """);

    assertThat(folder.collect().workflowCommands())
        .containsExactly(
            command("cargo build --release", "", 10, 14),
            command("cargo build -p demo", "ext/core", 17, 13));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "runs-on: macos-latest/container: rust:1/steps:/- run: cargo build",
        "runs-on: macos-latest/if: false/steps:/- run: cargo build",
        "runs-on: ${{ inputs.macos }}/steps:/- run: cargo build",
        "runs-on: macos-latest/steps:/- run: |/    if [ -f x ]; then/    cargo build",
        "runs-on: macos-latest/steps:/- run: cargo build/  working-directory: ${{ x }}",
      })
  void whatMayNotRunThereIsPassedOver(String job) {
    String workflow =
        """
        jobs:
          one:
            %s
        """
            .formatted(job.replace("/", "\n    "));
    Folder folder = demo().with(".github/workflows/ci.yml", workflow);

    assertThat(folder.collect().workflowCommands()).isEmpty();
  }

  private static WorkflowCommand command(String text, String folder, int line, int column) {
    return new WorkflowCommand(
        text, folder, new Location(".github/workflows/ci.yml", line, column));
  }

  @Test
  void whatSetuptoolsRustIsToldAboutFeaturesIsRead() {
    Folder folder =
        demo()
            .with(
                "setup.py",
                """
                setup(rust_extensions=[RustExtension(
                    "demo.core",
                    features=["pyo3/abi3-py39", 'extra'],
                    args=["--no-default-features"],
                )])
                """);

    ExtensionModule module = folder.collect().extensionModules().getFirst();

    assertThat(module.features())
        .containsExactly(
            new Located<>("pyo3/abi3-py39", new Location("setup.py", 3, 15)),
            new Located<>("extra", new Location("setup.py", 3, 33)));
    assertThat(module.withoutDefaultFeatures()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "no-default-features = true                   | true",
        "no-default-features = false                  | false",
        "cargo-extra-args = \"--no-default-features\" | true",
        "features = [\"a\"]                           | false",
      })
  void maturinMayLeaveTheDefaultFeaturesOff(String setting, boolean off) {
    Folder folder = demo().with("pyproject.toml", "[tool.maturin]\n" + setting + "\n");

    assertThat(folder.collect().pyprojects().getFirst().withoutDefaultFeatures()).isEqualTo(off);
  }
}
