package io.github.pyo3doctor.report;

import io.github.pyo3doctor.checks.InspectTopic;
import io.github.pyo3doctor.snapshot.Inspected;
import io.github.pyo3doctor.snapshot.Inspection;
import io.github.pyo3doctor.snapshot.Need;
import io.github.pyo3doctor.snapshot.SearchStep;
import java.util.List;
import java.util.Map;

/** What {@code inspect} prints for people: the outcome, why, and the tree of needs. */
public final class InspectText {
  private static final Map<String, String> CODES =
      Map.of(
          "STATUS_DLL_NOT_FOUND", "0xC0000135",
          "STATUS_INVALID_IMAGE_FORMAT", "0xC000007B",
          "STATUS_ENTRYPOINT_NOT_FOUND", "0xC0000139",
          "STATUS_ORDINAL_NOT_FOUND", "0xC0000138");

  private final Paint paint;
  private final StringBuilder out = new StringBuilder();

  /** A report in these colours. */
  public InspectText(Paint paint) {
    this.paint = paint;
  }

  /** The report; of a wheel first what holds for all of it, then each library. */
  public String report(Inspected inspected) {
    if (!inspected.isWheel()) {
      return report(inspected.whole());
    }
    Inspection whole = inspected.whole();
    line(
        paint.bold(whole.file())
            + ": wheel for %s, %d %s"
                .formatted(
                    whole.architecture(),
                    inspected.libraries().size(),
                    inspected.libraries().size() == 1 ? "library" : "libraries"));
    line(outcome(whole));
    whole.remarks().forEach(remark -> line("  " + paint.faint("·") + " " + remark));
    InspectTopic.of(inspected).ifPresent(this::read);
    for (Inspection library : inspected.libraries()) {
      line("");
      report(library);
    }
    return out.toString();
  }

  /** The report on one file. */
  public String report(Inspection inspection) {
    line(
        paint.bold(inspection.file())
            + ": %s, %s, loaded by the rules for `%s`"
                .formatted(inspection.format(), inspection.architecture(), inspection.loader()));
    line(outcome(inspection));
    inspection.remarks().forEach(remark -> line("  " + paint.faint("·") + " " + remark));
    InspectTopic.of(inspection).ifPresent(this::read);
    for (NeedTree.Branch branch : NeedTree.of(inspection)) {
      append(branch.need(), "  ".repeat(branch.depth() + 1));
    }
    return out.toString();
  }

  private void read(String topic) {
    line("  " + paint.faint("read:") + " pyo3-doctor faq show " + topic);
  }

  private String outcome(Inspection inspection) {
    String status =
        inspection
            .status()
            .map(
                name -> ": " + name + (CODES.containsKey(name) ? " (" + CODES.get(name) + ")" : ""))
            .orElse("");
    return switch (inspection.outcome()) {
      case LOADS -> paint.green("loads");
      case UNKNOWN -> paint.yellow("could not be told");
      case NOT_FOUND, WRONG_ARCHITECTURE, MISSING_SYMBOL ->
          paint.red("does not load: " + inspection.outcome().word().replace('-', ' ')) + status;
    };
  }

  private void append(Need need, String indent) {
    String found = need.found().orElse(need.met() ? "not needed" : paint.red("nothing is taken"));
    line(indent + paint.bold(need.name()) + " → " + found);
    List<SearchStep> steps = need.searched();
    if (need.found().isEmpty() || steps.size() > 1) {
      for (int i = 0; i < steps.size(); i++) {
        SearchStep step = steps.get(i);
        line(
            "%s  %d. %s (%s): %s"
                .formatted(indent, i + 1, step.directory(), step.rule(), step.result()));
      }
    }
    if (!need.missingSymbols().isEmpty()) {
      line(indent + "  " + paint.red("lacks: ") + String.join(", ", need.missingSymbols()));
    }
  }

  private void line(String text) {
    out.append(text).append('\n');
  }
}
