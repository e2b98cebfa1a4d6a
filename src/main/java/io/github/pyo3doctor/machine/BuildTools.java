package io.github.pyo3doctor.machine;

import io.github.pyo3doctor.files.Folders;
import io.github.pyo3doctor.snapshot.BuildTool;
import io.github.pyo3doctor.snapshot.RustToolchain;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** rustc, cargo, maturin and setuptools-rust, and their versions. */
final class BuildTools {
  private static final Pattern VERSION = Pattern.compile("(?m)^\\S+ (\\d+\\.\\d+\\S*)");
  private static final Pattern PACKAGE =
      Pattern.compile("(maturin|setuptools[_-]rust)-(\\d[^-]*)\\.(?:dist|egg)-info");

  /** Its first line is that of {@code --version}. */
  private static final List<String> VERBOSE = List.of("-vV");

  private final Programs programs;
  private final ProgramSearch search;
  private final Optional<RustToolchain> toolchain;

  BuildTools(Programs programs, ProgramSearch search, Optional<RustToolchain> toolchain) {
    this.programs = programs;
    this.search = search;
    this.toolchain = toolchain;
  }

  /** The Rust that is started under that name, or the one of the toolchain behind rustup. */
  Optional<BuildTool> rust(String name) {
    Optional<Path> file = search.find(name).file();
    boolean viaRustup = file.map(RustSearch::isRustup).orElse(false);
    if (!viaRustup) return file.map(found -> tool(name, found, "PATH"));
    return toolchain
        .flatMap(chosen -> chosen.folder().map(Path::of))
        .map(folder -> folder.resolve("bin").resolve(file.get().getFileName()))
        .filter(Files::exists)
        .map(found -> tool(name, found, "rustup, " + toolchain.orElseThrow().name()));
  }

  /** What {@code PATH} leads to. */
  Optional<BuildTool> onPath(String name) {
    return search.find(name).file().map(file -> tool(name, file, "PATH"));
  }

  private BuildTool tool(String name, Path file, String foundBy) {
    Optional<String> version = Optional.empty();
    Optional<String> trouble = Optional.empty();
    switch (programs.ask(file, name.equals("rustc") ? VERBOSE : List.of("--version"))) {
      case ProgramAnswer.Said(int _, String output, String errors) -> {
        Matcher matcher = VERSION.matcher(output);
        if (matcher.find()) {
          version = Optional.of(matcher.group(1));
        } else {
          trouble = (output.isBlank() ? errors : output).lines().findFirst();
        }
      }
      case ProgramAnswer.Refused(String reason) -> trouble = Optional.of(reason);
      case ProgramAnswer.Unasked(String reason) -> trouble = Optional.of(reason);
    }
    return new BuildTool(name, version, file.toString(), foundBy, trouble);
  }

  /** The target that a rustc builds for when it is not told: {@code host:} of {@code rustc -vV}. */
  Optional<String> host(BuildTool rustc) {
    return programs.ask(Path.of(rustc.place()), VERBOSE)
            instanceof ProgramAnswer.Said(int _, String output, String _)
        ? output
            .lines()
            .filter(line -> line.startsWith("host: "))
            .map(line -> line.substring("host: ".length()).strip())
            .findFirst()
        : Optional.empty();
  }

  /**
   * The targets that a rustc has a standard library of: the folders of {@code lib/rustlib} that
   * hold a {@code lib}.
   */
  List<String> targets(BuildTool rustc) {
    Optional<Path> sysroot =
        toolchain
            .flatMap(RustToolchain::folder)
            .filter(folder -> rustc.place().startsWith(folder))
            .or(() -> line(rustc, List.of("--print", "sysroot")))
            .map(Path::of);
    return sysroot.stream()
        .flatMap(folder -> Folders.in(folder.resolve("lib").resolve("rustlib")).stream())
        .filter(target -> Files.isDirectory(target.resolve("lib")))
        .map(target -> target.getFileName().toString())
        .toList();
  }

  private Optional<String> line(BuildTool tool, List<String> arguments) {
    return programs.ask(Path.of(tool.place()), arguments)
            instanceof ProgramAnswer.Said(int exitCode, String output, String _)
        ? output.lines().filter(line -> exitCode == 0 && !line.isBlank()).findFirst()
        : Optional.empty();
  }

  /**
   * maturin and setuptools-rust in a Python's own packages, told from the names of folders.
   *
   * @param home the folder of an installation or a virtual environment
   */
  static List<BuildTool> packages(Path home, String python) {
    List<BuildTool> tools = new ArrayList<>();
    for (Path folder : packageFolders(home)) {
      for (Path entry : Folders.in(folder)) {
        Matcher matcher = PACKAGE.matcher(entry.getFileName().toString());
        if (matcher.matches()) {
          tools.add(
              new BuildTool(
                  matcher.group(1).replace('_', '-'),
                  Optional.of(matcher.group(2)),
                  entry.toString(),
                  "installed in " + python,
                  Optional.empty()));
        }
      }
    }
    return tools;
  }

  private static List<Path> packageFolders(Path home) {
    List<Path> folders = new ArrayList<>(List.of(home.resolve("Lib").resolve("site-packages")));
    for (Path version : Folders.in(home.resolve("lib"))) {
      if (version.getFileName().toString().matches("(?:python|pypy)\\d.*")) {
        folders.add(version.resolve("site-packages"));
        folders.add(version.resolve("dist-packages"));
      }
    }
    return folders;
  }
}
