package io.github.pyo3doctor.cli;

import io.github.pyo3doctor.binary.LoadingWay;
import io.github.pyo3doctor.binary.MalformedBinaryException;
import io.github.pyo3doctor.doctor.Doctor;
import io.github.pyo3doctor.files.UnreadableFileException;
import io.github.pyo3doctor.machine.LinuxInspection;
import io.github.pyo3doctor.machine.MacInspection;
import io.github.pyo3doctor.machine.WindowsInspection;
import io.github.pyo3doctor.report.InspectText;
import io.github.pyo3doctor.report.JsonDocuments;
import io.github.pyo3doctor.snapshot.Inspected;
import io.github.pyo3doctor.snapshot.WindowsLoader;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "inspect",
    description = {
      "Says what a program or library, or each library in a wheel, needs and where its loader finds"
          + " each need, in the loader's own order.",
      "Nothing is loaded or run. Exit code 0: it loads; 1: it does not; 3: could not be told."
    },
    mixinStandardHelpOptions = true)
final class InspectCommand implements Callable<Integer> {
  private final Doctor doctor;
  private final ConsoleOutput output;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Option(
      names = "--loader",
      paramLabel = "exe|python-import",
      description = "Who loads it; told from the file by default.")
  private @Nullable String loader;

  @Option(
      names = "--drive",
      paramLabel = "C=DIR",
      description = "A Windows drive that is a folder here: a mounted disk, a prefix's drive_c.")
  private List<String> drives = List.of();

  @Option(
      names = "--path",
      paramLabel = "LIST",
      description =
          "PATH there, separated by `;`; on Linux LD_LIBRARY_PATH, on a Mac DYLD_LIBRARY_PATH, by"
              + " `:`.")
  private @Nullable String path;

  @Option(names = "--cwd", paramLabel = "DIR", description = "The folder it is started in.")
  private @Nullable String currentFolder;

  @Option(
      names = "--python",
      paramLabel = "FILE",
      description = "The Python that imports it; on Windows that of its installation by default.")
  private @Nullable String python;

  @Option(
      names = "--root",
      paramLabel = "DIR",
      description = "The folder that stands for / of another Linux machine or Mac.")
  private @Nullable Path root;

  @Option(
      names = "--dll-directory",
      paramLabel = "DIR",
      description = "A folder given to os.add_dll_directory; may be repeated.")
  private List<String> added = List.of();

  @Option(
      names = "--snapshot",
      paramLabel = "FILE",
      description = "Take PATH and the folders' Python DLLs from a snapshot.")
  private @Nullable Path snapshot;

  @Parameters(arity = "1", paramLabel = "FILE", description = "A program, a library or a wheel.")
  private Path file = Path.of("");

  InspectCommand(Doctor doctor, ConsoleOutput output) {
    this.doctor = doctor;
    this.output = output;
  }

  @Override
  public Integer call() throws UnusableArgumentException, UnreadableFileException {
    Inspected inspected = inspected(machine(), linux(), mac());
    output.result(
        json
            ? new JsonDocuments().inspect(inspected)
            : new InspectText(output.paint()).report(inspected));
    return switch (inspected.whole().outcome()) {
      case LOADS -> ExitCode.CLEAN;
      case NOT_FOUND, WRONG_ARCHITECTURE, MISSING_SYMBOL -> ExitCode.FOUND;
      case UNKNOWN -> ExitCode.UNKNOWN;
    };
  }

  private Inspected inspected(WindowsInspection windows, LinuxInspection linux, MacInspection mac)
      throws UnusableArgumentException {
    if (Files.isDirectory(file)) {
      throw new UnusableArgumentException(file + ": is a folder, not a file");
    }
    try {
      return doctor.inspect(file, windows, linux, mac);
    } catch (NoSuchFileException e) {
      throw new UnusableArgumentException(file + ": no such file");
    } catch (AccessDeniedException e) {
      throw new UnusableArgumentException(file + ": permission denied");
    } catch (MalformedBinaryException e) {
      throw new UnusableArgumentException(file + ": " + e.getMessage());
    } catch (IOException e) {
      throw new UnusableArgumentException(file + ": cannot be read: " + e.getMessage());
    }
  }

  private WindowsInspection machine() throws UnusableArgumentException, UnreadableFileException {
    Optional<WindowsLoader> recorded =
        snapshot == null ? Optional.empty() : doctor.open(snapshot).machine().windows();
    return new WindowsInspection(
        way(),
        mapped(),
        Optional.ofNullable(path),
        Optional.ofNullable(currentFolder),
        Optional.ofNullable(python),
        added,
        recorded);
  }

  private LinuxInspection linux() throws UnusableArgumentException {
    if (root != null && !Files.isDirectory(root)) {
      throw new UnusableArgumentException(root + ": no such folder");
    }
    return new LinuxInspection(
        way(),
        Optional.ofNullable(root),
        Optional.ofNullable(path),
        Optional.ofNullable(currentFolder),
        Optional.ofNullable(python).map(Path::of));
  }

  private MacInspection mac() throws UnusableArgumentException {
    return new MacInspection(
        way(),
        Optional.ofNullable(root),
        Optional.ofNullable(path),
        Optional.ofNullable(currentFolder),
        Optional.ofNullable(python).map(Path::of));
  }

  private Optional<LoadingWay> way() throws UnusableArgumentException {
    if (loader == null) {
      return Optional.empty();
    }
    for (LoadingWay each : LoadingWay.values()) {
      if (each.word().equals(loader)) {
        return Optional.of(each);
      }
    }
    throw new UnusableArgumentException("--loader is exe or python-import, not `" + loader + "`");
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
