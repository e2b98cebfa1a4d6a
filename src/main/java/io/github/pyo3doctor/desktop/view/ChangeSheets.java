package io.github.pyo3doctor.desktop.view;

import io.github.pyo3doctor.desktop.model.FixModel;
import io.github.pyo3doctor.desktop.model.FixState;
import io.github.pyo3doctor.desktop.model.SilenceQuestion;
import io.github.pyo3doctor.fix.Plan;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/** The sheets that stand before a change is written: what is asked, and what would be written. */
final class ChangeSheets {
  /** In widths of a letter. */
  private static final double WIDEST_QUESTION = 52;

  private static final double WIDEST_CHANGE = 160;

  private final Sheets sheets;
  private final FixModel fixes;

  ChangeSheets(Sheets sheets, FixModel fixes) {
    this.sheets = sheets;
    this.fixes = fixes;
    fixes.stateProperty().subscribe(this::show);
  }

  private void show(FixState state) {
    switch (state) {
      case FixState.ReasonWanted(SilenceQuestion question) -> ask(question);
      case FixState.Offered(Plan plan) -> offer(plan);
      default -> {}
    }
  }

  private void ask(SilenceQuestion question) {
    SilenceSheet sheet =
        new SilenceSheet(
            question,
            new SilenceSheet.Actions() {
              @Override
              public void offer(boolean onlyInItsFile, String reason) {
                sheets.close();
                fixes.offerSilence(question, onlyInItsFile, reason);
              }

              @Override
              public void close() {
                sheets.close();
              }
            });
    open(sheet, sheet.first(), WIDEST_QUESTION);
  }

  private void offer(Plan plan) {
    Runnable write =
        () -> {
          sheets.close();
          fixes.write(plan);
        };
    DiffSheet sheet = new DiffSheet(plan, write, sheets::close);
    sheets.keepTall(sheet, sheet.scroller());
    open(sheet, sheet.first(), WIDEST_CHANGE);
  }

  private void open(Region sheet, Node first, double widest) {
    sheets.keepWide(sheet, widest);
    sheets.open(sheet, first, this::forget);
  }

  /** What was asked or shown on a sheet that was closed, however, is not going to be written. */
  private void forget() {
    FixState now = fixes.stateProperty().get();
    if (now instanceof FixState.ReasonWanted || now instanceof FixState.Offered) fixes.dismiss();
  }
}
