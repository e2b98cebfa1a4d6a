package io.github.pyo3doctor.desktop.view;

import atlantafx.base.theme.Styles;
import io.github.pyo3doctor.desktop.model.Settings.RecentProject;
import io.github.pyo3doctor.faq.Topic;
import io.github.pyo3doctor.faq.TopicCard;
import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The first page: the box, large; the troubles people meet most; the projects examined before. */
final class StartView extends ScrollPane implements Focusable {
  /** The others are in the menu above: what people meet most shall be seen without scrolling. */
  private static final int MOST_RECENT = 3;

  private final VBox recent = new VBox();
  private final SearchBox box;
  private final Actions actions;

  /** What can be done from here. */
  interface Actions {
    /** Opens the topic with that id. */
    void openTopic(String topicId);

    /** Opens the list of all topics. */
    void showLibrary();

    /** Asks for a folder and examines it. */
    void chooseFolder();

    /** Examines that folder. */
    void examine(Path folder);

    /** Looks at this machine and shows what a build would find. */
    void checkMachine();
  }

  StartView(SearchBox box, List<Topic> topics, Actions actions) {
    this.box = box;
    this.actions = actions;
    Label title = new Label("What do you see?");
    title.getStyleClass().add(Styles.TITLE_1);
    box.getStyleClass().add(Styles.LARGE);
    recent.getStyleClass().add("recent-projects");
    VBox page =
        new VBox(
            title,
            box,
            Panes.section("Your project", new VBox(8, chooseRow(), recent)),
            Panes.section("What people meet most", tiles(topics)),
            Panes.section("Your machine", machineRow()));
    page.getStyleClass().add("start-page");
    VBox centred = new VBox(page);
    centred.setAlignment(Pos.TOP_CENTER);
    setContent(centred);
    setFitToWidth(true);
    getStyleClass().add("edge-to-edge");
  }

  @Override
  public void takeKeyboard() {
    Focusable.focus(box, this);
  }

  /** Shows the projects examined before. */
  void showRecent(List<RecentProject> projects) {
    recent
        .getChildren()
        .setAll(
            projects.stream()
                .limit(MOST_RECENT)
                .map(project -> new RecentProjectButton(project, actions::examine))
                .toList());
    recent.setManaged(!projects.isEmpty());
  }

  private Node tiles(List<Topic> topics) {
    FlowPane tiles = new FlowPane();
    tiles.getStyleClass().add("start-tiles");
    for (Topic topic : topics) {
      topic
          .card()
          .filter(TopicCard::oftenAsked)
          .ifPresent(
              card -> {
                Button tile = new Button(card.inShort());
                tile.setTooltip(new Tooltip(topic.titleText()));
                tile.setOnAction(event -> actions.openTopic(topic.id()));
                tiles.getChildren().add(tile);
              });
    }
    Button all = new Button("All " + topics.size() + " entries", new FontIcon(Feather.BOOK_OPEN));
    all.getStyleClass().add(Styles.FLAT);
    all.setOnAction(event -> actions.showLibrary());
    tiles.getChildren().add(all);
    return tiles;
  }

  private Node machineRow() {
    Button look = new Button("Check this machine", new FontIcon(Feather.CPU));
    look.setId("check-machine");
    return row(
        look,
        actions::checkMachine,
        "Which Python a build takes and why, which others there are, and the tools.");
  }

  private Node chooseRow() {
    Button choose = new Button("Choose project folder…", new FontIcon(Feather.FOLDER));
    choose.getStyleClass().add(Styles.ACCENT);
    choose.setId("choose-folder");
    return row(
        choose,
        actions::chooseFolder,
        "or drop one anywhere on this window. It is read, never run.");
  }

  private static Node row(Button button, Runnable action, String text) {
    button.setMinWidth(USE_PREF_SIZE);
    button.setOnAction(event -> action.run());
    Label hint = Panes.wrapped(text);
    hint.getStyleClass().add(Styles.TEXT_MUTED);
    HBox row = new HBox(12, button, hint);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }
}
