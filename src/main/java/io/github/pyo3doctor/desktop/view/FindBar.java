package io.github.pyo3doctor.desktop.view;

import atlantafx.base.theme.Styles;
import io.github.pyo3doctor.desktop.model.PageSearch;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Searches the text of one page: marks what matches, counts, and goes from one to the next. */
final class FindBar extends HBox implements Findable {
  private static final double SEEN_ABOVE = 0.3;

  private final ScrollPane page;
  private final TextField words = new TextField();
  private final Label position = new Label();
  private List<Prose> paragraphs = List.of();
  private PageSearch search = PageSearch.NONE;

  /**
   * A closed bar.
   *
   * @param page what is searched: all its {@link Prose}
   */
  FindBar(ScrollPane page) {
    this.page = page;
    words.setId("find");
    words.setPromptText("Find on this page");
    words.textProperty().subscribe(text -> look());
    words.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    HBox.setHgrow(words, Priority.ALWAYS);
    position.setId("find-position");
    position.setMinWidth(USE_PREF_SIZE);
    getChildren()
        .addAll(
            words,
            position,
            button(Feather.CHEVRON_UP, "Previous (Shift Enter)", () -> step(-1)),
            button(Feather.CHEVRON_DOWN, "Next (Enter)", () -> step(1)),
            button(Feather.X, "Close (Esc)", this::stopFinding));
    getStyleClass().add("find-bar");
    setAlignment(Pos.CENTER_LEFT);
    managedProperty().bind(visibleProperty());
    setVisible(false);
  }

  @Override
  public void find() {
    setVisible(true);
    words.requestFocus();
    words.selectAll();
    look();
  }

  @Override
  public boolean stopFinding() {
    boolean was = isVisible();
    setVisible(false);
    show(PageSearch.NONE);
    if (was) page.requestFocus();
    return was;
  }

  /** Searches again, since another page is shown. */
  void look() {
    if (!isVisible()) return;
    paragraphs = new ArrayList<>();
    collect(page.getContent());
    show(
        PageSearch.of(
            words.getText(), paragraphs.stream().map(Prose::getContentAsString).toList()));
  }

  private void collect(Node node) {
    if (node instanceof Prose prose) paragraphs.add(prose);
    else if (node instanceof ScrollPane inner) collect(inner.getContent());
    else if (node instanceof Parent parent) parent.getChildrenUnmodifiable().forEach(this::collect);
  }

  private void step(int by) {
    show(search.step(by));
  }

  private void show(PageSearch next) {
    search = next;
    position.setText(words.getText().isEmpty() ? "" : search.position());
    for (int i = 0; i < paragraphs.size(); i++) {
      int paragraph = i;
      paragraphs
          .get(i)
          .mark(
              search.places().stream().filter(place -> place.paragraph() == paragraph).toList(),
              search.place());
    }
    search.place().ifPresent(place -> reveal(paragraphs.get(place.paragraph())));
  }

  /** Brings the marked place into view, a third from the top, unless it is in view already. */
  private void reveal(Prose paragraph) {
    Node content = page.getContent();
    page.layout();
    Bounds mark = content.sceneToLocal(paragraph.localToScene(paragraph.currentMark()));
    double viewport = page.getViewportBounds().getHeight();
    double hidden = content.getLayoutBounds().getHeight() - viewport;
    if (hidden <= 0) return;
    double top = page.getVvalue() * hidden;
    if (mark.getMinY() >= top && mark.getMaxY() <= top + viewport) return;
    page.setVvalue(Math.clamp((mark.getMinY() - SEEN_ABOVE * viewport) / hidden, 0, 1));
  }

  private void pressed(KeyEvent event) {
    switch (event.getCode()) {
      case ENTER -> step(event.isShiftDown() ? -1 : 1);
      case DOWN -> step(1);
      case UP -> step(-1);
      case ESCAPE -> stopFinding();
      default -> {
        return;
      }
    }
    event.consume();
  }

  private static Button button(Feather icon, String tip, Runnable action) {
    Button button = new Button("", new FontIcon(icon));
    button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL);
    button.setTooltip(new Tooltip(tip));
    button.setAccessibleText(tip);
    button.setOnAction(event -> action.run());
    return button;
  }
}
