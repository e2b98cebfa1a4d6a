package io.github.pyo3doctor.checks;

import io.github.pyo3doctor.faq.Facts;
import io.github.pyo3doctor.snapshot.Machine;
import io.github.pyo3doctor.snapshot.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What steers a build, be it a trouble or not.
 *
 * @param pythons the Python that each package is built for
 * @param variables what is set in the environment and what it does
 */
public record Surroundings(List<PythonChoices.Of> pythons, List<Steering> variables) {
  /**
   * A variable that is set.
   *
   * @param name its name
   * @param value its value
   * @param effect what it does, with this value, to a build
   */
  public record Steering(String name, String value, String effect) {}

  /** What a snapshot tells of them. */
  static Surroundings of(Snapshot snapshot, PythonChoices pythons, Facts facts) {
    return new Surroundings(pythons.of(snapshot), steering(snapshot.machine(), facts));
  }

  /** What the machine alone tells of them: of a build without any settings of its own. */
  public static Surroundings ofMachine(Machine machine, Facts facts) {
    return new Surroundings(
        List.of(new PythonChoices(facts).plain(machine)), steering(machine, facts));
  }

  private static List<Steering> steering(Machine machine, Facts facts) {
    List<Steering> set = new ArrayList<>();
    for (Map<String, String> known : facts.entries("steering-variables")) {
      String name = known.getOrDefault("name", "");
      Optional<String> value = machine.variable(name);
      value.ifPresent(text -> set.add(new Steering(name, text, effect(known, text))));
    }
    return List.copyOf(set);
  }

  private static String effect(Map<String, String> known, String value) {
    String effect = known.getOrDefault("effect", "");
    boolean looksUnset = value.isEmpty() || value.equals("0") || value.equalsIgnoreCase("false");
    return switch (known.getOrDefault("counts", "")) {
      case "any" -> looksUnset ? effect + " (any value counts, this one too)" : effect;
      case "one" -> value.equals("1") ? effect : "not heeded: only the value 1 counts";
      default -> effect;
    };
  }
}
