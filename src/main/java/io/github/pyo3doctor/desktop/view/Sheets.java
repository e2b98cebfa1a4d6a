package io.github.pyo3doctor.desktop.view;

import atlantafx.base.controls.ModalPane;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/**
 * The sheets above everything, one at a time. While one is open it alone has the keyboard; Escape
 * closes it, and the keyboard goes back to where it was.
 */
final class Sheets extends StackPane {
  private static final double SHARE = 0.9;

  private final Node behind;
  private final Label text = new Label();
  private final ModalPane overlay = new ModalPane();
  private Optional<Node> before = Optional.empty();
  private Runnable closed = () -> {};

  /**
   * No sheet yet.
   *
   * @param behind what lies under the sheets
   */
  Sheets(Node behind) {
    super(behind);
    this.behind = behind;
    // A sheet that slides in leaves traces behind on slow displays.
    overlay.setInTransitionFactory(null);
    overlay.setOutTransitionFactory(null);
    overlay.displayProperty().subscribe(this::displayed);
    text.setManaged(false);
    text.setVisible(false);
    getChildren().addAll(text, overlay);
  }

  /**
   * Shows a sheet in place of any other.
   *
   * @param first what in it gets the keyboard
   * @param whenClosed hears that it was closed, however
   */
  void open(Node sheet, Node first, Runnable whenClosed) {
    close();
    before = Optional.ofNullable(getScene().getFocusOwner());
    closed = whenClosed;
    overlay.show(sheet);
    first.requestFocus();
  }

  /**
   * Keeps a sheet within the window.
   *
   * @param widest in widths of a letter of the text
   */
  void keepWide(Region sheet, double widest) {
    text.applyCss();
    double most = widest * text.getFont().getSize();
    sheet.maxWidthProperty().bind(Bindings.min(most, widthProperty().multiply(SHARE)));
  }

  /** Makes a sheet as tall as what it scrolls, and no taller than the window. */
  void keepTall(Region sheet, ScrollPane scroller) {
    Region body = (Region) scroller.getContent();
    DoubleSupplier tall = () -> sheet.getHeight() - scroller.getHeight() + body.getHeight();
    sheet
        .maxHeightProperty()
        .bind(
            Bindings.createDoubleBinding(
                () -> {
                  double most = getHeight() * SHARE;
                  return body.getHeight() > 0 ? Math.min(most, tall.getAsDouble()) : most;
                },
                heightProperty(),
                body.heightProperty()));
  }

  /** Closes the sheet that is open, if one is. */
  void close() {
    overlay.hide(true);
  }

  /** Whether a sheet is open. */
  boolean isOpen() {
    return overlay.isDisplay();
  }

  private void displayed(boolean open) {
    behind.setDisable(open);
    if (open) return;
    before.ifPresent(Node::requestFocus);
    before = Optional.empty();
    closed.run();
    closed = () -> {};
  }
}
