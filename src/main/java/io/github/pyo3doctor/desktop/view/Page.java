package io.github.pyo3doctor.desktop.view;

import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyEvent;

/** A page to read: as wide as there is room, scrolled by the keys that scroll one elsewhere. */
class Page extends ScrollPane {
  /** So much of what was seen stays in view when a page is turned. */
  private static final double KEPT_SHARE = 0.1;

  private static final double ARROW_SHARE = 0.1;

  /** A page without content yet. */
  Page() {
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    getStyleClass().addAll("article-scroller", "edge-to-edge");
    addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
  }

  /** A plain scroll pane takes a share of the whole as a page, however long that is. */
  private void pressed(KeyEvent event) {
    if (event.isShortcutDown() || event.isAltDown()) return;
    double page = getViewportBounds().getHeight() * (1 - KEPT_SHARE);
    switch (event.getCode()) {
      case PAGE_DOWN -> scrollBy(page);
      case PAGE_UP -> scrollBy(-page);
      case HOME -> setVvalue(getVmin());
      case END -> setVvalue(getVmax());
      default -> {
        // The others mean something to a button or a link in the page.
        if (!equals(event.getTarget())) return;
        switch (event.getCode()) {
          case SPACE -> scrollBy(event.isShiftDown() ? -page : page);
          case DOWN -> scrollBy(page * ARROW_SHARE);
          case UP -> scrollBy(-page * ARROW_SHARE);
          default -> {
            return;
          }
        }
      }
    }
    event.consume();
  }

  private void scrollBy(double pixels) {
    double hidden = getContent().getLayoutBounds().getHeight() - getViewportBounds().getHeight();
    if (hidden > 0) setVvalue(Math.clamp(getVvalue() + pixels / hidden, getVmin(), getVmax()));
  }
}
