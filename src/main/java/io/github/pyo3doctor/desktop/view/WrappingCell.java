package io.github.pyo3doctor.desktop.view;

import java.util.Optional;
import javafx.scene.control.ListCell;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** A list cell as wide as its list, whose content wraps and makes it as high as it must be. */
abstract class WrappingCell<T> extends ListCell<T> {
  private static final double SCROLL_BAR_AND_PADDING = 42;

  /** What the cell shows for an item. */
  abstract Region content(T item);

  @Override
  protected final void updateItem(@Nullable T item, boolean empty) {
    Optional<T> before = getGraphic() == null ? Optional.empty() : Optional.ofNullable(getItem());
    super.updateItem(item, empty);
    // The list tells cells of what they hold already; a new content would have no styles for a
    // while.
    if (!empty && before.equals(Optional.ofNullable(item))) return;
    getStyleClass().remove("group-row");
    setDisable(false);
    if (empty || item == null) {
      setGraphic(null);
      return;
    }
    Region content = content(item);
    content
        .prefWidthProperty()
        .bind(getListView().widthProperty().subtract(SCROLL_BAR_AND_PADDING));
    setPrefWidth(0);
    setGraphic(content);
  }

  @Override
  protected double computePrefHeight(double width) {
    if (!(getGraphic() instanceof Region content)) return super.computePrefHeight(width);
    // New nodes have no styles yet, and would be measured in the wrong font.
    content.applyCss();
    // It is laid out as wide as the cell lets it be, whatever it prefers.
    double wide =
        width < 0 ? content.getPrefWidth() : width - snappedLeftInset() - snappedRightInset();
    return snappedTopInset() + content.prefHeight(wide) + snappedBottomInset();
  }
}
