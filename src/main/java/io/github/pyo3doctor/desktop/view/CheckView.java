package io.github.pyo3doctor.desktop.view;

import atlantafx.base.theme.Styles;
import io.github.pyo3doctor.desktop.model.Settings.RecentProject;
import io.github.pyo3doctor.faq.Topic;
import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The way to the checks of one topic: what will be asked, and of which project. */
final class CheckView extends ScrollPane implements Focusable {
  private final VBox page = new VBox();
  private final Actions actions;

  /** What can be done from here. */
  interface Actions {
    /** Asks for a folder and looks for that topic's trouble in it. */
    void chooseFolderFor(String topicId);

    /** Looks for that topic's trouble in a project. */
    void examineFor(String topicId, Path folder);

    /** Runs all checks on the project in hand; asks for it if there is none. */
    void checkProject();

    /** Opens the topic with that id. */
    void openTopic(String topicId);
  }

  CheckView(Actions actions) {
    this.actions = actions;
    page.getStyleClass().addAll("start-page", "check-page");
    VBox centred = new VBox(page);
    centred.setAlignment(Pos.TOP_CENTER);
    setContent(centred);
    setFitToWidth(true);
    getStyleClass().add("edge-to-edge");
  }

  /**
   * Shows the way for a topic.
   *
   * @param questions what its checks ask; empty when no check looks for this trouble
   * @param recent the projects to offer
   */
  void show(Topic topic, List<String> questions, List<RecentProject> recent) {
    Label kind = new Label("Check this for me");
    kind.getStyleClass().add(Styles.TEXT_MUTED);
    Prose title = InlineText.flow(topic.title(), target -> {}, Styles.TITLE_2);
    page.getChildren().setAll(new VBox(4, kind, title));
    if (questions.isEmpty()) page.getChildren().add(noCheck(topic));
    else page.getChildren().addAll(asked(questions), choice(topic, recent));
    setVvalue(0);
  }

  @Override
  public void takeKeyboard() {
    Focusable.focusFirst(this);
  }

  private static Node asked(List<String> questions) {
    VBox list = new VBox();
    list.getStyleClass().add("article-list");
    for (String question : questions) {
      Label bullet = new Label("•");
      bullet.getStyleClass().add("bullet");
      list.getChildren().add(new HBox(bullet, CodeSpans.prose(question)));
    }
    return Panes.section("What will be asked", list);
  }

  private Node choice(Topic topic, List<RecentProject> recent) {
    Button choose = new Button("Choose project folder…", new FontIcon(Feather.FOLDER));
    choose.getStyleClass().add(Styles.ACCENT);
    choose.setId("choose-for-check");
    choose.setOnAction(event -> actions.chooseFolderFor(topic.id()));
    VBox projects = new VBox();
    projects.getStyleClass().add("recent-projects");
    for (RecentProject project : recent) {
      projects
          .getChildren()
          .add(new RecentProjectButton(project, folder -> actions.examineFor(topic.id(), folder)));
    }
    Label promise = Panes.wrapped("Its files and this machine are read; nothing of it is run.");
    promise.getStyleClass().add(Styles.TEXT_MUTED);
    return Panes.section("Of which project", new VBox(12, choose, promise, projects));
  }

  private Node noCheck(Topic topic) {
    Label said =
        Panes.wrapped(
            "No check looks for this trouble yet: whether you have it must be told from what you"
                + " see. The entry says how to tell it from its look-alikes.");
    said.setId("no-check");
    Button read = new Button("Read the entry", new FontIcon(Feather.BOOK_OPEN));
    read.getStyleClass().add(Styles.ACCENT);
    read.setOnAction(event -> actions.openTopic(topic.id()));
    Button all = new Button("Run all checks on my project", new FontIcon(Feather.CLIPBOARD));
    all.setOnAction(event -> actions.checkProject());
    FlowPane ways = new FlowPane(read, all);
    ways.getStyleClass().add("start-tiles");
    return new VBox(16, said, ways);
  }
}
