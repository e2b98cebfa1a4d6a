package io.github.pyo3doctor.report;

import io.github.pyo3doctor.checks.PythonChoice;
import io.github.pyo3doctor.checks.PythonChoices;
import io.github.pyo3doctor.checks.Surroundings;
import io.github.pyo3doctor.snapshot.BuildEnvironment;
import io.github.pyo3doctor.snapshot.BuildTool;
import io.github.pyo3doctor.snapshot.Interpreter;
import io.github.pyo3doctor.snapshot.Machine;
import io.github.pyo3doctor.snapshot.PythonBuild;
import io.github.pyo3doctor.snapshot.RustToolchain;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a build would find on a machine, for people: the Python it takes and why, the other Pythons,
 * the tools, and the variables that steer it. Code stands between back quotes.
 *
 * @param sections what is there, in the order of reading
 */
public record MachineReport(List<Section> sections) {
  /**
   * Things of one kind.
   *
   * @param none the sentence that stands there when there are none
   */
  public record Section(String title, List<Entry> entries, String none) {}

  /**
   * One of them.
   *
   * @param title what it is
   * @param details what is known of it, a line each
   */
  public record Entry(Mark mark, String title, List<String> details) {}

  /** How an entry stands out. */
  public enum Mark {
    /** It is there, no more. */
    PLAIN,
    /** A build takes it. */
    TAKEN,
    /** A build stops here, or it does not work. */
    WRONG,
    /** It could not be told. */
    OPEN
  }

  /** The report of a machine whose Pythons and tools were asked. */
  public static MachineReport of(Machine machine, Surroundings surroundings) {
    List<Section> sections = new ArrayList<>();
    sections.add(
        new Section(
            "The Python that a build takes", choices(surroundings), "No build was asked about."));
    Set<String> taken =
        surroundings.pythons().stream()
            .map(of -> of.choice().result())
            .filter(PythonChoice.Result.Asked.class::isInstance)
            .map(PythonChoice.Result.Asked.class::cast)
            .map(asked -> asked.build().executable())
            .collect(Collectors.toSet());
    List<Interpreter> interpreters =
        machine.environment().map(BuildEnvironment::interpreters).orElse(List.of());
    sections.add(
        new Section(
            "Pythons",
            interpreters.stream().map(python -> python(python, taken)).toList(),
            "No Python was found: neither on `PATH`, nor in a virtual environment, nor in the"
                + " places where pyenv, uv, conda and installers put them."));
    sections.add(
        new Section(
            "Tools", tools(machine), "Neither rustc nor cargo nor maturin was found on `PATH`."));
    sections.add(
        new Section(
            "Variables that steer a build",
            surroundings.variables().stream()
                .map(
                    set ->
                        new Entry(
                            Mark.PLAIN,
                            "`" + set.name() + "=" + set.value() + "`",
                            List.of(set.effect())))
                .toList(),
            "None is set."));
    return new MachineReport(List.copyOf(sections));
  }

  private static List<Entry> choices(Surroundings surroundings) {
    Map<PythonChoice, List<PythonChoices.Of>> alike = new LinkedHashMap<>();
    surroundings
        .pythons()
        .forEach(of -> alike.computeIfAbsent(of.choice(), _ -> new ArrayList<>()).add(of));
    return alike.entrySet().stream().map(each -> choice(each.getKey(), each.getValue())).toList();
  }

  private static Entry choice(PythonChoice choice, List<PythonChoices.Of> packages) {
    Mark mark =
        switch (choice.result()) {
          case PythonChoice.Result.Fails _ -> Mark.WRONG;
          case PythonChoice.Result.Open _ -> Mark.OPEN;
          default -> Mark.TAKEN;
        };
    List<String> details = new ArrayList<>();
    String title = Summary.capitalized(SurroundingsText.taken(choice));
    if (choice.result() instanceof PythonChoice.Result.Asked(String _, PythonBuild build)) {
      title = "A build takes " + build.name();
      details.add("`" + build.executable() + "`");
      build.sharedLibrary().ifPresent(library -> details.add("with `" + library + "`"));
    }
    details.addAll(choice.steps());
    packages.stream().map(MachineReport::name).distinct().forEach(details::add);
    return new Entry(mark, title, List.copyOf(details));
  }

  private static String name(PythonChoices.Of of) {
    return of.folder().isEmpty()
        ? "which PyO3: " + of.pyo3()
        : "which PyO3, in `" + of.folder() + "`: " + of.pyo3();
  }

  private static Entry python(Interpreter python, Set<String> taken) {
    List<String> details = new ArrayList<>();
    python.build().ifPresent(_ -> details.add("`" + python.executable() + "`"));
    if (!python.foundBy().isEmpty()) {
      details.add("found by " + String.join(", ", python.foundBy()));
    }
    python
        .environment()
        .ifPresent(folder -> details.add("of the virtual environment `" + folder + "`"));
    python
        .build()
        .ifPresent(
            build ->
                details.add(
                    build
                        .sharedLibrary()
                        .map(library -> "shared library `" + library + "`")
                        .orElse("no shared library")));
    python.trouble().ifPresent(details::add);
    Mark mark =
        python
            .build()
            .map(build -> taken.contains(build.executable()) ? Mark.TAKEN : Mark.PLAIN)
            .orElse(Mark.WRONG);
    return new Entry(
        mark,
        python
            .build()
            .map(PythonBuild::name)
            .orElse("`" + python.executable() + "`, which does not answer"),
        List.copyOf(details));
  }

  private static List<Entry> tools(Machine machine) {
    List<Entry> entries = new ArrayList<>();
    Optional<BuildEnvironment> environment = machine.environment();
    environment.map(BuildEnvironment::tools).orElse(List.of()).stream()
        .map(MachineReport::tool)
        .forEach(entries::add);
    environment
        .flatMap(BuildEnvironment::toolchain)
        .map(MachineReport::toolchain)
        .ifPresent(entries::add);
    return List.copyOf(entries);
  }

  private static Entry tool(BuildTool tool) {
    List<String> details = new ArrayList<>(List.of("`" + tool.place() + "`"));
    details.add("found by " + tool.foundBy());
    tool.trouble().ifPresent(details::add);
    return new Entry(
        tool.trouble().isPresent() ? Mark.WRONG : Mark.PLAIN,
        tool.name() + " " + tool.version().orElse("of unknown version"),
        List.copyOf(details));
  }

  private static Entry toolchain(RustToolchain toolchain) {
    List<String> details = new ArrayList<>(List.of("chosen by " + toolchain.chosenBy()));
    details.add(toolchain.folder().map(folder -> "`" + folder + "`").orElse("it is not installed"));
    if (!toolchain.installed().isEmpty()) {
      details.add("installed: " + String.join(", ", toolchain.installed()));
    }
    return new Entry(
        toolchain.folder().isPresent() ? Mark.PLAIN : Mark.WRONG,
        "rustup's toolchain " + toolchain.name(),
        List.copyOf(details));
  }

  /** The report as Markdown, ready to be pasted into an issue. */
  public String markdown() {
    StringBuilder out = new StringBuilder("## PyO3 Doctor: this machine\n");
    for (Section section : sections) {
      out.append("\n### ").append(section.title()).append("\n\n");
      if (section.entries().isEmpty()) out.append(section.none()).append('\n');
      for (Entry entry : section.entries()) {
        out.append("- ").append(strong(entry)).append('\n');
        entry.details().stream()
            .map(MarkdownText::sentence)
            .forEach(detail -> out.append("  - ").append(detail).append('\n'));
      }
    }
    return out.toString();
  }

  private static String strong(Entry entry) {
    String title = MarkdownText.sentence(entry.title());
    return switch (entry.mark()) {
      case TAKEN -> "**" + title + "**";
      case WRONG -> title + " ⚠";
      case PLAIN, OPEN -> title;
    };
  }
}
