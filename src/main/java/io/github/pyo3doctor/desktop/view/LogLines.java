package io.github.pyo3doctor.desktop.view;

import atlantafx.base.theme.Styles;
import io.github.pyo3doctor.desktop.model.LogMarks;
import io.github.pyo3doctor.desktop.model.LogMarks.Mark;
import io.github.pyo3doctor.desktop.model.LogText;
import io.github.pyo3doctor.symptoms.LineCleaner;
import io.github.pyo3doctor.symptoms.Match;
import java.text.Bidi;
import java.util.AbstractList;
import java.util.Optional;
import java.util.RandomAccess;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The lines of a log with those that decided marked, and the way from one of them to the next. */
final class LogLines extends VBox {
  private static final int LINES_ABOVE_A_MARK = 3;

  /** A linker's command line may be a hundred thousand characters long, which no screen shows. */
  private static final int LONGEST_SHOWN = 2_000;

  /** A line that begins with Arabic or Hebrew still begins on the left: a tool printed it. */
  private static final String LEFT_TO_RIGHT = "\u200E";

  private static final int LONGEST_COPIED = 1 << 20;
  private static final KeyCombination COPY =
      new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

  private final Label position = new Label();
  private final HBox jumpBar;
  private final ListView<Integer> list = new ListView<>();
  private final Consumer<Match> reached;
  private LogText text = LogText.EMPTY;
  private LogMarks marks = LogMarks.NONE;
  private Optional<Match> chosen = Optional.empty();
  private int current;

  /**
   * No lines yet.
   *
   * @param reached hears which trouble the line speaks for that was jumped to
   */
  LogLines(Consumer<Match> reached) {
    this.reached = reached;
    list.setId("log-lines");
    list.setCellFactory(view -> new LineCell());
    list.getStyleClass().add("log-lines");
    list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    list.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    jumpBar = jumpBar();
    getChildren().setAll(jumpBar, list);
    VBox.setVgrow(list, Priority.ALWAYS);
    setMinWidth(240);
  }

  /** The lines themselves, which take the keyboard. */
  Node list() {
    return list;
  }

  /** Shows a log from its beginning. */
  void show(LogText log, LogMarks deciding) {
    boolean other = log != text;
    text = log;
    marks = deciding;
    current = 0;
    if (other) list.setItems(FXCollections.observableList(new Numbers(log.lines())));
    else list.refresh();
    jumpBar.setVisible(!marks.lines().isEmpty());
    showPosition();
  }

  /** Makes the lines that speak for one trouble stand out, and shows the first of them. */
  void choose(Match match) {
    boolean there = marks.at(current).filter(mark -> mark.match().equals(match)).isPresent();
    chosen = Optional.of(match);
    list.refresh();
    if (!there) show(match.first());
  }

  /** Goes to the next marked line, or back to the one before. */
  void step(int by) {
    Optional<Mark> next = by > 0 ? marks.after(current) : marks.before(current);
    next.ifPresent(
        mark -> {
          show(mark.line());
          reached.accept(mark.match());
        });
  }

  private void show(int line) {
    current = line;
    list.getSelectionModel().clearAndSelect(line - 1);
    list.scrollTo(Math.max(0, line - 1 - LINES_ABOVE_A_MARK));
    showPosition();
  }

  private void showPosition() {
    int all = marks.lines().size();
    int at = marks.position(current);
    String lines = all == 1 ? " marked line" : " marked lines";
    position.setText(at == 0 ? all + lines : at + " of " + all + lines);
  }

  private HBox jumpBar() {
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    position.setId("marked-lines");
    position.setMinWidth(0);
    Button next = jump(Feather.CHEVRON_DOWN, "Next marked line (F8)", 1);
    next.setId("next-marked-line");
    HBox bar =
        new HBox(
            new FontIcon(Feather.BOOKMARK),
            position,
            space,
            jump(Feather.CHEVRON_UP, "Previous marked line (Shift F8)", -1),
            next);
    bar.getStyleClass().add("jump-bar");
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.managedProperty().bind(bar.visibleProperty());
    return bar;
  }

  private Button jump(Feather icon, String tip, int by) {
    Button button = new Button("", new FontIcon(icon));
    button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL);
    button.setTooltip(new Tooltip(tip));
    button.setAccessibleText(tip);
    button.setOnAction(event -> step(by));
    return button;
  }

  private void pressed(KeyEvent event) {
    if (!COPY.match(event)) return;
    Copying.copy(
        list.getSelectionModel().getSelectedItems().stream()
            .map(number -> LineCleaner.withoutControls(text.line(number, LONGEST_COPIED)))
            .collect(Collectors.joining("\n")));
    event.consume();
  }

  /** The numbers from 1 on: a list of half a million lines that takes no room. */
  private static final class Numbers extends AbstractList<Integer> implements RandomAccess {
    private final int size;

    private Numbers(int size) {
      this.size = size;
    }

    @Override
    public Integer get(int index) {
      return index + 1;
    }

    @Override
    public int size() {
      return size;
    }
  }

  private final class LineCell extends ListCell<Integer> {
    private final Label number = new Label();
    private final Label content = new Label();
    private final HBox row = new HBox(number, content);

    private LineCell() {
      number.getStyleClass().addAll("log-number", Styles.TEXT_MUTED);
      content.setMinWidth(USE_PREF_SIZE);
      row.setAlignment(Pos.CENTER_LEFT);
    }

    @Override
    protected void updateItem(@Nullable Integer line, boolean empty) {
      super.updateItem(line, empty);
      getStyleClass().removeAll("deciding-line", "other-deciding-line");
      if (empty || line == null) {
        setGraphic(null);
        // Without a height, a list would need endlessly many empty cells to fill itself.
        setText(" ");
        return;
      }
      number.setText(String.valueOf(line));
      content.setText(shown(line));
      setText(null);
      setGraphic(row);
      marks.at(line).ifPresent(mark -> getStyleClass().add(style(mark)));
    }

    private String style(Mark mark) {
      boolean ofChosen = chosen.filter(mark.match()::equals).isPresent();
      return ofChosen ? "deciding-line" : "other-deciding-line";
    }

    private String shown(int line) {
      String clean = LineCleaner.withoutControls(text.line(line, 2 * LONGEST_SHOWN));
      String most =
          clean.length() <= LONGEST_SHOWN ? clean : clean.substring(0, LONGEST_SHOWN) + "…";
      char[] characters = most.toCharArray();
      return Bidi.requiresBidi(characters, 0, characters.length) ? LEFT_TO_RIGHT + most : most;
    }
  }
}
