package io.github.pyo3doctor.checks;

import io.github.pyo3doctor.checks.DllSearch.Sight;
import io.github.pyo3doctor.checks.DllSearch.Step;
import io.github.pyo3doctor.checks.DllSearch.Verdict;
import io.github.pyo3doctor.checks.WindowsSearchOrder.Place;
import io.github.pyo3doctor.snapshot.Architecture;
import io.github.pyo3doctor.snapshot.BuiltBinary;
import io.github.pyo3doctor.snapshot.DllDirectory;
import io.github.pyo3doctor.snapshot.PythonDll;
import io.github.pyo3doctor.snapshot.WindowsLoader;
import io.github.pyo3doctor.snapshot.WindowsPaths;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which DLL the Windows loader takes for a name in a program's import table, by Microsoft's
 * "Dynamic-link library search order" for unpackaged apps.
 *
 * <p>Left out, since none of them concerns a Python DLL as a rule: DLL redirection ({@code
 * .local}), API sets, side-by-side manifests, known DLLs, and directories that a program adds at
 * run time.
 *
 * <p>A DLL of another architecture does not end the search. Microsoft's page is silent on this, but
 * the loader of 64-bit Windows 10 goes on to the next directory, as Wine's does, and only if no
 * other copy fits does it fail, with {@code STATUS_INVALID_IMAGE_FORMAT} instead of {@code
 * STATUS_DLL_NOT_FOUND}.
 */
public final class WindowsDllSearch {
  private final WindowsLoader loader;

  /** Searches the directories of that machine. */
  public WindowsDllSearch(WindowsLoader loader) {
    this.loader = loader;
  }

  /**
   * Looks for a DLL.
   *
   * @param dll its file name
   * @param programFolder the folder the program was loaded from; empty for a program not built yet
   * @param architecture that of the program
   */
  public DllSearch find(String dll, Optional<String> programFolder, Architecture architecture) {
    return find(dll, WindowsSearchOrder.ofProgram(loader, programFolder, List.of()), architecture);
  }

  /**
   * Looks for a DLL as when Cargo starts the program.
   *
   * @param dll its file name
   * @param program one that Cargo built
   */
  public DllSearch find(String dll, BuiltBinary program) {
    List<Place> places =
        WindowsSearchOrder.ofProgram(
            loader, Optional.of(program.directory()), cargoFolders(program));
    return find(dll, places, program.architecture());
  }

  private DllSearch find(String dll, List<Place> places, Architecture architecture) {
    List<Step> steps = new ArrayList<>();
    boolean otherArchitecture = false;
    Optional<String> unseen = Optional.empty();
    for (Place place : places) {
      String directory = WindowsSearchOrder.redirected(loader, place.directory(), architecture);
      Sight sight = look(directory, dll, architecture);
      Step step = new Step(directory, place.rule(), sight);
      steps.add(step);
      switch (sight) {
        case Sight.Fits(PythonDll found) -> {
          Verdict loads = new Verdict.Loads(step, found);
          return new DllSearch(
              dll,
              architecture,
              List.copyOf(steps),
              unseen.<Verdict>map(Verdict.Unknown::new).orElse(loads));
        }
        case Sight.OtherArchitecture _ -> otherArchitecture = true;
        case Sight.Unseen(String reason) ->
            unseen = unseen.or(() -> Optional.of(directory + ": " + reason));
        case Sight.Nothing _, Sight.NoDirectory _ -> {}
      }
    }
    Verdict missing = otherArchitecture ? new Verdict.WrongArchitecture() : new Verdict.NotFound();
    return new DllSearch(
        dll,
        architecture,
        List.copyOf(steps),
        unseen.<Verdict>map(Verdict.Unknown::new).orElse(missing));
  }

  /**
   * Cargo's "Dynamic library paths": the base output directory and its {@code deps}, as far as the
   * snapshot has them.
   */
  private List<String> cargoFolders(BuiltBinary program) {
    String folder = WindowsPaths.full(program.directory(), loader.currentDirectory());
    boolean inside = Set.of("deps", "examples").contains(WindowsPaths.name(folder));
    String output = inside ? WindowsPaths.parent(folder) : folder;
    return Stream.of(WindowsPaths.child(output, "deps"), output)
        .filter(place -> !place.equalsIgnoreCase(folder) && loader.directory(place).isPresent())
        .toList();
  }

  private Sight look(String directory, String dll, Architecture architecture) {
    Optional<DllDirectory> listed = loader.directory(directory);
    if (listed.isEmpty()) {
      return new Sight.Unseen("not looked at");
    }
    if (listed.get().unreadable().isPresent()) {
      return new Sight.Unseen("cannot be listed, " + listed.get().unreadable().get());
    }
    if (!listed.get().exists()) {
      return new Sight.NoDirectory();
    }
    Optional<PythonDll> found = listed.get().dll(dll);
    if (found.isEmpty()) {
      return new Sight.Nothing();
    }
    if (found.get().architecture().isEmpty()) {
      return new Sight.Unseen("%s is no readable DLL".formatted(found.get().name()));
    }
    return found.get().architecture().get() == architecture
        ? new Sight.Fits(found.get())
        : new Sight.OtherArchitecture(found.get());
  }
}
