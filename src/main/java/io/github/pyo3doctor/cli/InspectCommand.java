package io.github.pyo3doctor.cli;

import io.github.pyo3doctor.binary.LoadingWay;
import io.github.pyo3doctor.binary.MalformedBinaryException;
import io.github.pyo3doctor.doctor.Doctor;
import io.github.pyo3doctor.files.TextFiles;
import io.github.pyo3doctor.files.UnreadableFileException;
import io.github.pyo3doctor.machine.LinuxInspection;
import io.github.pyo3doctor.machine.MacInspection;
import io.github.pyo3doctor.machine.WindowsInspection;
import io.github.pyo3doctor.report.InspectText;
import io.github.pyo3doctor.report.JsonDocuments;
import io.github.pyo3doctor.snapshot.Inspected;
import io.github.pyo3doctor.snapshot.Inspection;
import io.github.pyo3doctor.snapshot.LoadOutcome;
import io.github.pyo3doctor.snapshot.WindowsLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The command {@code inspect}. */
final class InspectCommand {
  private static final Option<String> LOADER =
      Option.text("--loader", "exe|python-import", "Who loads it; told from the file by default.");
  private static final Option<String> DRIVE =
      Option.text(
              "--drive",
              "C=DIR",
              "A Windows drive that is a folder here: a mounted disk, a prefix's drive_c.")
          .repeated();
  private static final Option<String> PATH =
      Option.text(
          "--path",
          "LIST",
          "PATH there, separated by `;`; on Linux LD_LIBRARY_PATH, on a Mac DYLD_LIBRARY_PATH, by"
              + " `:`.");
  private static final Option<String> CWD =
      Option.text("--cwd", "DIR", "The folder it is started in.");
  private static final Option<String> PYTHON =
      Option.text(
          "--python",
          "FILE",
          "The Python that imports it; on Windows that of its installation by default.");
  private static final Option<String> ROOT =
      Option.text("--root", "DIR", "The folder that stands for / of another Linux machine or Mac.");
  private static final Option<String> DLL_DIRECTORY =
      Option.text(
              "--dll-directory", "DIR", "A folder given to os.add_dll_directory; may be repeated.")
          .repeated();
  private static final Option<String> SNAPSHOT =
      Option.text("--snapshot", "FILE", "Take PATH and the folders' Python DLLs from a snapshot.");

  private final Doctor doctor;
  private final ConsoleOutput output;
  private final boolean json;
  private final Optional<String> loader;
  private final List<String> drives;
  private final Optional<String> path;
  private final Optional<String> currentFolder;
  private final Optional<String> python;
  private final Optional<Path> root;
  private final List<String> added;
  private final Optional<Path> snapshot;
  private final Path file;

  private InspectCommand(Doctor doctor, ConsoleOutput output, Given given) {
    this.doctor = doctor;
    this.output = output;
    this.json = given.flag(Option.JSON);
    this.loader = given.value(LOADER);
    this.drives = given.values(DRIVE);
    this.path = given.value(PATH);
    this.currentFolder = given.value(CWD);
    this.python = given.value(PYTHON);
    this.root = given.value(ROOT).map(Path::of);
    this.added = given.values(DLL_DIRECTORY);
    this.snapshot = given.value(SNAPSHOT).map(Path::of);
    this.file = Path.of(given.positional().orElse(""));
  }

  static Command command(Doctor doctor, ConsoleOutput output) {
    return Command.named(
            "inspect",
            "Says what a program or library, or each library in a wheel, needs and where its"
                + " loader finds each need, in the loader's own order.",
            "Nothing is loaded or run. Exit code 0: it loads; 1: it does not; 3: could not be"
                + " told.")
        .with(Option.JSON, LOADER, DRIVE, PATH, CWD, PYTHON, ROOT, DLL_DIRECTORY, SNAPSHOT)
        .required("FILE", "A program, a library or a wheel.")
        .running(given -> new InspectCommand(doctor, output, given).run());
  }

  private int run() throws UnusableArgumentException, UnreadableFileException {
    Inspected inspected = inspected(machine(), linux(), mac());
    output.result(
        json
            ? new JsonDocuments().inspect(inspected)
            : new InspectText(output.paint()).report(inspected) + moreToTell(inspected.whole()));
    return switch (inspected.whole().outcome()) {
      case LOADS -> ExitCode.CLEAN;
      case NOT_FOUND, WRONG_ARCHITECTURE, MISSING_SYMBOL -> ExitCode.FOUND;
      case UNKNOWN -> ExitCode.UNKNOWN;
    };
  }

  /** What can be told besides the file, when it was not and there is still a question. */
  private String moreToTell(Inspection inspection) {
    boolean told = path.isPresent() || !drives.isEmpty() || snapshot.isPresent();
    boolean open = inspection.outcome() != LoadOutcome.LOADS;
    return open && !told && inspection.format().startsWith("PE")
        ? "  --path LIST says which PATH is searched, --drive C=DIR which folder here is a drive.\n"
        : "";
  }

  private Inspected inspected(WindowsInspection windows, LinuxInspection linux, MacInspection mac)
      throws UnusableArgumentException {
    if (Files.isDirectory(file)) {
      throw new UnusableArgumentException(file + ": is a folder, not a file");
    }
    try {
      return doctor.inspect(file, windows, linux, mac);
    } catch (MalformedBinaryException e) {
      throw new UnusableArgumentException(file + ": " + e.getMessage());
    } catch (IOException e) {
      throw new UnusableArgumentException(file + ": " + TextFiles.reason(e));
    }
  }

  private WindowsInspection machine() throws UnusableArgumentException, UnreadableFileException {
    Optional<WindowsLoader> recorded =
        snapshot.isEmpty() ? Optional.empty() : doctor.open(snapshot.get()).machine().windows();
    return new WindowsInspection(way(), mapped(), path, currentFolder, python, added, recorded);
  }

  private LinuxInspection linux() throws UnusableArgumentException {
    if (root.isPresent() && !Files.isDirectory(root.get())) {
      throw new UnusableArgumentException(root.get() + ": no such folder");
    }
    return new LinuxInspection(way(), root, path, currentFolder, python.map(Path::of));
  }

  private MacInspection mac() throws UnusableArgumentException {
    return new MacInspection(way(), root, path, currentFolder, python.map(Path::of));
  }

  private Optional<LoadingWay> way() throws UnusableArgumentException {
    if (loader.isEmpty()) {
      return Optional.empty();
    }
    for (LoadingWay each : LoadingWay.values()) {
      if (each.word().equals(loader.get())) {
        return Optional.of(each);
      }
    }
    throw new UnusableArgumentException(
        "--loader is exe or python-import, not `" + loader.get() + "`");
  }

  private Map<Character, Path> mapped() throws UnusableArgumentException {
    Map<Character, Path> mapped = new TreeMap<>();
    for (String drive : drives) {
      if (!drive.matches("[A-Za-z]:?=.+")) {
        throw new UnusableArgumentException(
            "--drive is written C=DIR, a letter and a folder, not `" + drive + "`");
      }
      Path folder = Path.of(drive.substring(drive.indexOf('=') + 1));
      if (!Files.isDirectory(folder)) {
        throw new UnusableArgumentException(folder + ": no such folder");
      }
      mapped.put(Character.toUpperCase(drive.charAt(0)), folder);
    }
    return mapped;
  }
}
