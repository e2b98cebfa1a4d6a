package io.github.pyo3doctor.snapshot;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import java.util.Optional;

/**
 * A project folder as Cargo and the Python build tools would read it.
 *
 * @param root the folder, absolute, as the machine it was taken on writes it
 * @param workspaces every Cargo workspace found below the root; a package outside any workspace is
 *     a workspace of its own, as it is for Cargo
 * @param pyprojects every {@code pyproject.toml} found
 * @param cargoConfigs every {@code .cargo/config.toml} that Cargo would read in one of the packages
 * @param silences what the project asks not to be told again; none in a snapshot of a program that
 *     did not read them
 * @param extensionModules every extension module that a build tool is told to build
 * @param manifests the text of every manifest read
 * @param notExamined what could not be read, with the reason
 * @param toolchains every {@code rust-toolchain} file that rustup would read in one of the packages
 * @param editorSettings every {@code .vscode/settings.json} beside or above one of the packages
 * @param workflowCommands the commands with {@code cargo} that GitHub workflows surely run on macOS
 * @param freeThreadedRuns where continuous integration names a free-threaded Python
 * @param buildOptions where continuous integration or a task runner names what decides how a module
 *     is built: {@code extension-module}, the variable in its place, {@code py-limited-api}
 */
public record Project(
    String root,
    List<Workspace> workspaces,
    List<PyProject> pyprojects,
    List<CargoConfig> cargoConfigs,
    @JsonSetter(nulls = Nulls.AS_EMPTY) List<Silence> silences,
    @JsonSetter(nulls = Nulls.AS_EMPTY) List<ExtensionModule> extensionModules,
    List<TextFile> manifests,
    List<NotExamined> notExamined,
    @JsonSetter(nulls = Nulls.AS_EMPTY) List<Toolchain> toolchains,
    @JsonSetter(nulls = Nulls.AS_EMPTY) List<EditorSettings> editorSettings,
    @JsonSetter(nulls = Nulls.AS_EMPTY) List<WorkflowCommand> workflowCommands,
    @JsonSetter(nulls = Nulls.AS_EMPTY) List<Located<String>> freeThreadedRuns,
    @JsonSetter(nulls = Nulls.AS_EMPTY) List<Located<String>> buildOptions) {
  /** The manifest of that path, if it was read. */
  public Optional<TextFile> manifest(String path) {
    return manifests.stream().filter(file -> file.path().equals(path)).findFirst();
  }
}
