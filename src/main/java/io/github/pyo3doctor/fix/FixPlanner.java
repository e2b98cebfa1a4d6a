package io.github.pyo3doctor.fix;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.github.pyo3doctor.checks.Finding;
import io.github.pyo3doctor.checks.Fix;
import io.github.pyo3doctor.checks.Fix.LineEdit;
import io.github.pyo3doctor.toml.Toml;
import io.github.pyo3doctor.toml.TomlException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Puts the fixes of several findings together. One that would change a line that another changes
 * otherwise, or that would leave a manifest broken, is left for the next time.
 */
final class FixPlanner {
  private final Path root;
  private final Map<String, Original> files = new LinkedHashMap<>();
  private final List<Finding> mended = new ArrayList<>();
  private final List<FixPlan.Left> left = new ArrayList<>();

  private record Original(String text, EditedText edited) {
    private Original(String text) {
      this(text, new EditedText(text));
    }

    private Original with(EditedText other) {
      return new Original(text, other);
    }
  }

  private FixPlanner(Path root) {
    this.root = root;
  }

  static FixPlan plan(Path root, List<Finding> findings) {
    FixPlanner planner = new FixPlanner(root);
    findings.forEach(planner::add);
    return new FixPlan(
        root, List.copyOf(planner.mended), planner.changes(), List.copyOf(planner.left));
  }

  private void add(Finding finding) {
    List<LineEdit> edits = finding.fix().map(Fix::edits).orElse(List.of());
    Optional<String> refused =
        edits.isEmpty() ? Optional.of("is for a person to do") : refusedOrTaken(edits);
    refused.ifPresentOrElse(
        reason -> left.add(new FixPlan.Left(finding, reason)), () -> mended.add(finding));
  }

  /** Takes the edits, all or none; else why not. */
  private Optional<String> refusedOrTaken(List<LineEdit> edits) {
    Map<String, Original> next = new LinkedHashMap<>();
    Map<String, List<LineEdit>> byFile =
        edits.stream().collect(groupingBy(LineEdit::file, LinkedHashMap::new, toList()));
    for (var ofFile : byFile.entrySet()) {
      String name = ofFile.getKey();
      try {
        Original original = original(name);
        if (!original.edited().holds(ofFile.getValue())) {
          return Optional.of("does not fit: " + name + " was changed meanwhile; check again");
        }
        Optional<EditedText> edited = original.edited().with(ofFile.getValue());
        if (edited.isEmpty()) return Optional.of(waits("changes the same lines of " + name));
        if (breaks(name, original.text(), edited.get().text())) {
          return Optional.of(waits("would not leave " + name + " readable"));
        }
        next.put(name, original.with(edited.get()));
      } catch (FixRefusedException e) {
        return Optional.of("cannot be applied: " + e.getMessage());
      }
    }
    files.putAll(next);
    return Optional.empty();
  }

  private static String waits(String why) {
    return "waits for the others: with them it " + why + "; apply them, then it alone";
  }

  private Original original(String name) throws FixRefusedException {
    Original known = files.get(name);
    return known == null ? new Original(ProjectFile.in(root, name).read()) : known;
  }

  /** Two fixes that are right each may both add the same table. */
  private static boolean breaks(String name, String before, String after) {
    return name.endsWith(".toml") && !isToml(after) && isToml(before);
  }

  private static boolean isToml(String text) {
    try {
      Toml.parse(text);
      return true;
    } catch (TomlException e) {
      return false;
    }
  }

  private List<FileChange> changes() {
    return files.entrySet().stream()
        .map(
            file ->
                FileChange.edited(
                    file.getKey(), file.getValue().text(), file.getValue().edited().text()))
        .filter(change -> !change.before().equals(change.after()))
        .toList();
  }
}
