package io.github.pyo3doctor.binary;

import io.github.pyo3doctor.checks.WindowsSearchOrder;
import io.github.pyo3doctor.checks.WindowsSearchOrder.Place;
import io.github.pyo3doctor.snapshot.Architecture;
import io.github.pyo3doctor.snapshot.DllDirectory;
import io.github.pyo3doctor.snapshot.PythonDll;
import io.github.pyo3doctor.snapshot.PythonDllNames;
import io.github.pyo3doctor.snapshot.SearchStep;
import io.github.pyo3doctor.snapshot.WindowsLoader;
import io.github.pyo3doctor.snapshot.WindowsPaths;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks for one library in the places of a process, as the Windows loader does. */
final class PeSearch {
  static final String TAKEN = "taken";

  private final WindowsFiles files;
  private final WindowsLoader loader;
  private final PeImages images;
  private final Architecture architecture;

  PeSearch(WindowsFiles files, WindowsLoader loader, PeImages images, Architecture architecture) {
    this.files = files;
    this.loader = loader;
    this.images = images;
    this.architecture = architecture;
  }

  /**
   * How a search went.
   *
   * @param steps the places in order, up to the one that decided
   */
  record Search(List<SearchStep> steps, Answer answer) {}

  /** What came of a search. */
  sealed interface Answer {
    /** This one is taken. */
    record Found(PeModule module) implements Answer {}

    /** No place has it. */
    record NotFound() implements Answer {}

    /** Every copy is for another processor. */
    record WrongArchitecture() implements Answer {}

    /** A place that comes first could not be looked at. */
    record Unknown() implements Answer {}
  }

  private sealed interface Sight {
    record Fits(PeModule module) implements Sight {}

    record OtherArchitecture(String result) implements Sight {}

    record Nothing(String result) implements Sight {}

    record Unseen(String result) implements Sight {}
  }

  Search find(String name, List<Place> places) {
    if (WindowsOwnDlls.isApiSet(name)) {
      return new Search(
          List.of(new SearchStep("API set", "API set", TAKEN)),
          new Answer.Found(PeModule.unread(name, "API set")));
    }
    if (WindowsOwnDlls.isKnown(name)) {
      return known(name);
    }
    if (WindowsPaths.isFull(name)) {
      String path = WindowsPaths.full(name, "");
      return search(WindowsPaths.name(path), List.of(WindowsPaths.parent(path)), List.of("path"));
    }
    return search(
        name,
        places.stream().map(Place::directory).toList(),
        places.stream().map(place -> place.rule().word()).toList());
  }

  /** A known DLL is not searched for; where it cannot be seen it is taken to be there. */
  private Search known(String name) {
    String folder = WindowsSearchOrder.redirected(loader, loader.systemDirectory(), architecture);
    return look(folder, name) instanceof Sight.Fits(PeModule module)
        ? known(folder, TAKEN, module)
        : known(
            folder,
            "taken, as on every Windows",
            PeModule.unread(name, WindowsPaths.child(folder, name)));
  }

  private static Search known(String folder, String result, PeModule module) {
    return new Search(
        List.of(new SearchStep(folder, "known DLL", result)), new Answer.Found(module));
  }

  private Search search(String name, List<String> folders, List<String> rules) {
    List<SearchStep> steps = new ArrayList<>();
    boolean otherArchitecture = false;
    boolean unseen = false;
    for (int i = 0; i < folders.size(); i++) {
      String folder = WindowsSearchOrder.redirected(loader, folders.get(i), architecture);
      String rule = rules.get(i);
      switch (look(folder, name)) {
        case Sight.Fits(PeModule module) -> {
          steps.add(new SearchStep(folder, rule, TAKEN));
          return new Search(
              List.copyOf(steps), unseen ? new Answer.Unknown() : new Answer.Found(module));
        }
        case Sight.OtherArchitecture(String result) -> {
          otherArchitecture = true;
          steps.add(new SearchStep(folder, rule, result));
        }
        case Sight.Nothing(String result) -> steps.add(new SearchStep(folder, rule, result));
        case Sight.Unseen(String result) -> {
          unseen = true;
          steps.add(new SearchStep(folder, rule, result));
        }
      }
    }
    Answer missing = otherArchitecture ? new Answer.WrongArchitecture() : new Answer.NotFound();
    return new Search(List.copyOf(steps), unseen ? new Answer.Unknown() : missing);
  }

  private Sight look(String written, String name) {
    String folder = WindowsPaths.full(written, loader.currentDirectory());
    if (!files.hasDriveOf(folder)) {
      return recorded(folder, name);
    }
    Optional<Path> file = files.find(WindowsPaths.child(folder, name));
    if (file.isEmpty() || Files.isDirectory(file.get())) {
      return new Sight.Nothing(files.find(folder).isPresent() ? "not there" : "no such directory");
    }
    return switch (images.at(file.get())) {
      case PeImages.Image.Unreadable(String reason) -> new Sight.Unseen("cannot tell: " + reason);
      case PeImages.Image.Read(PeFile image) ->
          image.architecture().equals(Optional.of(architecture))
              ? new Sight.Fits(PeModule.of(name, WindowsPaths.child(folder, name), image))
              : new Sight.OtherArchitecture(passedOver(image.architecture()));
    };
  }

  /** What a snapshot says of a folder that is not here. */
  private Sight recorded(String folder, String name) {
    Optional<DllDirectory> directory = loader.directory(folder);
    if (!PythonDllNames.matches(name)
        || directory.flatMap(DllDirectory::unreadable).isPresent()
        || directory.isEmpty()) {
      return new Sight.Unseen("not looked at: its drive is not mapped");
    }
    Optional<PythonDll> dll = directory.get().dll(name);
    if (dll.isEmpty()) {
      return new Sight.Nothing(directory.get().exists() ? "not there" : "no such directory");
    }
    return dll.get().architecture().equals(Optional.of(architecture))
        ? new Sight.Fits(PeModule.unread(name, WindowsPaths.child(folder, name)))
        : new Sight.OtherArchitecture(passedOver(dll.get().architecture()));
  }

  private static String passedOver(Optional<Architecture> other) {
    return "wrong architecture (%s): passed over"
        .formatted(other.map(Architecture::word).orElse("another processor"));
  }
}
