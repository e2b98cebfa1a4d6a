package io.github.pyo3doctor.desktop.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import atlantafx.base.controls.ModalPane;
import io.github.pyo3doctor.desktop.model.FindingRow;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Everything can be done, and seen, without a mouse. */
class KeyboardTest extends OnTheWindow {
  @Test
  void whereOneArrivesTheKeyboardIsWhereOneGoesOn() throws Exception {
    assertThat(window.scene().getFocusOwner()).isInstanceOf(SearchBox.class);

    robot.push(KeyCode.SHORTCUT, KeyCode.DIGIT4);
    waitUntil(() -> keyboard().equals("library-list"));
    robot.push(KeyCode.SHORTCUT, KeyCode.DIGIT5);
    waitUntil(() -> keyboard().equals("look-at-machine"));

    robot.interact(() -> window.checkFor("crate-not-found-in-tests"));
    waitUntil(() -> keyboard().equals("choose-for-check"));

    examine(PROJECT);
    waitUntil(() -> keyboard().equals("findings-list"));
  }

  @Test
  void aSheetHasTheKeyboardForItselfUntilEscapeClosesIt() throws Exception {
    robot.push(KeyCode.SHORTCUT, KeyCode.DIGIT4);
    waitUntil(() -> keyboard().equals("library-list"));

    robot.push(KeyCode.F1);
    waitUntil(() -> keyboard().equals("close-keys"));
    robot.push(KeyCode.TAB);
    robot.push(KeyCode.SHORTCUT, KeyCode.DIGIT5);
    waitForFxEvents();
    assertThat(isInSheet(window.scene().getFocusOwner())).isTrue();
    assertThat(labels()).doesNotContain("This machine was not looked at yet");

    robot.push(KeyCode.ESCAPE);
    waitUntil(() -> keyboard().equals("library-list"));
    assertThat(robot.lookup("#close-keys").queryAll()).isEmpty();
  }

  private static boolean isInSheet(@Nullable Node node) {
    return node instanceof ModalPane || (node != null && isInSheet(node.getParent()));
  }

  @Test
  void aChangeIsWrittenByEnterAndLeftByEscape() throws Exception {
    Path project = copied(PROJECT);
    examine(project);
    waitUntil(() -> keyboard().equals("findings-list"));

    robot.push(KeyCode.SHORTCUT, KeyCode.PERIOD);
    waitUntil(() -> keyboard().equals("apply-change"));
    robot.push(KeyCode.ESCAPE);
    waitUntil(() -> keyboard().equals("findings-list"));
    assertThat(Files.readString(project.resolve("Cargo.toml"))).doesNotContain("rlib");

    robot.push(KeyCode.SHORTCUT, KeyCode.PERIOD);
    waitUntil(() -> keyboard().equals("apply-change"));
    robot.push(KeyCode.ENTER);
    waitUntil(() -> labels().contains("Applied to Cargo.toml."));
    assertThat(Files.readString(project.resolve("Cargo.toml"))).contains("rlib");
  }

  @Test
  void enterOpensTheFirstEntryHoweverSoonItComes() throws Exception {
    robot.write("deadlok OnceLock", 0).push(KeyCode.ENTER);
    waitUntil(() -> articleText().contains("Why it happens"));

    robot.push(KeyCode.ENTER);
    waitUntil(() -> window.scene().getFocusOwner() instanceof ArticleView);
    robot.push(KeyCode.PAGE_DOWN);
    waitForFxEvents();
    ScrollPane page = (ScrollPane) window.scene().getFocusOwner();
    double hidden = page.getContent().getLayoutBounds().getHeight() - seen(page);
    assertThat(page.getVvalue() * hidden).isBetween(0.8 * seen(page), seen(page));
  }

  private static double seen(ScrollPane page) {
    return page.getViewportBounds().getHeight();
  }

  @Test
  void aTypedPathSaysWhatEnterDoesWithIt() throws Exception {
    String path = PROJECT.toAbsolutePath().toString();
    robot.write(path + "s", 0);
    waitUntil(() -> labels().contains("Nothing lies there"));

    robot.push(KeyCode.BACK_SPACE);
    waitUntil(() -> labels().contains("Enter examines this folder"));
    robot.push(KeyCode.ENTER);
    waitUntil(() -> articleText().contains("How we know"));
  }

  @Test
  void theArrowKeysPassOverTheHeadingsOfGroups() throws Exception {
    examine(PROJECT);
    waitUntil(() -> keyboard().equals("findings-list"));
    ListView<FindingRow> list = robot.lookup("#findings-list").queryListView();
    assertThat(list.getItems().get(2)).isInstanceOf(FindingRow.Group.class);
    assertThat(list.getSelectionModel().getSelectedIndex()).isEqualTo(1);

    robot.push(KeyCode.DOWN);
    waitUntil(() -> list.getSelectionModel().getSelectedIndex() == 3);
    robot.push(KeyCode.UP);
    waitUntil(() -> list.getSelectionModel().getSelectedIndex() == 1);
    robot.push(KeyCode.UP);
    waitForFxEvents();
    waitUntil(() -> list.getSelectionModel().getSelectedIndex() == 1);
  }

  @Test
  void aFilterThatHidesAllSaysSoAndEscapeTakesItAway() throws Exception {
    examine(PROJECT);
    waitUntil(() -> keyboard().equals("findings-list"));
    robot.clickOn("#filter").write("zzzz", 0);
    waitUntil(() -> labels().contains("No finding passes the filter"));

    robot.push(KeyCode.ESCAPE);
    waitUntil(() -> articleText().contains("How we know"));
    robot.push(KeyCode.DOWN);
    waitUntil(() -> keyboard().equals("findings-list"));
  }

  @Test
  void whatHasTheKeyboardIsSeen() throws Exception {
    examine(PROJECT);
    waitUntil(() -> keyboard().equals("findings-list"));
    List<String> unseen =
        robot.lookup(".button, .menu-button, .toggle-button").queryAll().stream()
            .filter(node -> node.isFocusTraversable() && !node.isDisabled() && isShown(node))
            .filter(node -> !isMarked((Region) node))
            .map(Node::toString)
            .toList();

    assertThat(unseen).isEmpty();
  }

  private static boolean isShown(Node node) {
    return node.isVisible() && (node.getParent() == null || isShown(node.getParent()));
  }

  private boolean isMarked(Region button) {
    robot.interact(button::requestFocus);
    waitForFxEvents();
    return button.getBorder() != null
        && button.getBorder().getStrokes().stream()
            .anyMatch(
                stroke ->
                    stroke.getTopStroke() instanceof Color color
                        && color.isOpaque()
                        && stroke.getWidths().getTop() >= 2);
  }
}
