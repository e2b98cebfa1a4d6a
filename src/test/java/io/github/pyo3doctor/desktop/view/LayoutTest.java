package io.github.pyo3doctor.desktop.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ListCell;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.kordamp.ikonli.javafx.FontIcon;

/** What is shown fits, at other sizes of window and text too. */
class LayoutTest extends OnTheWindow {
  @Test
  void noButtonIsCutInASmallWindow() throws Exception {
    Path broken = Files.createDirectories(folder.resolve("a-folder-with-a-rather-long-name"));
    Files.writeString(broken.resolve("Cargo.toml"), "[package]\nname = \"x\nversion = 1\n");
    resize(800, 560);
    examine(broken);
    waitUntil(() -> labels().contains("This cannot be examined"));
    assertThat(cut()).isEmpty();

    robot.push(KeyCode.SHORTCUT, KeyCode.DIGIT4);
    waitUntil(() -> keyboard().equals("library-list"));
    assertThat(cut()).isEmpty();

    robot.push(KeyCode.SHORTCUT, KeyCode.DIGIT1);
    waitForFxEvents();
    assertThat(cut()).isEmpty();
  }

  @Test
  void rowsThatWrapAreAsHighAsWhatTheyHold() throws Exception {
    robot.push(KeyCode.SHORTCUT, KeyCode.DIGIT4);
    waitUntil(() -> keyboard().equals("library-list"));
    for (int width : List.of(800, 870, 940)) {
      resize(width, 700);
      for (ListCell<?> cell : robot.lookup(".list-cell").<ListCell<?>>queryAll()) {
        if (!(cell.getGraphic() instanceof Region held) || held.getContentBias() == null) continue;
        double room = cell.getHeight() - cell.getInsets().getTop() - cell.getInsets().getBottom();
        assertThat(room).as(cell.getItem().toString()).isCloseTo(held.getHeight(), within(2.0));
      }
    }
  }

  @Test
  void whatIsChosenIsInView() throws Exception {
    robot.interact(() -> window.openTopic("extension-module-linking"));
    waitUntil(() -> chosenIsInView("#library-list"));

    robot.interact(() -> window.openTopic("already-borrowed"));
    waitUntil(() -> chosenIsInView("#library-list"));
    resize(800, 560);
    waitUntil(() -> chosenIsInView("#library-list"));
  }

  @Test
  void aListWithoutAChoiceBeginsAtItsTop() throws Exception {
    robot.push(KeyCode.SHORTCUT, KeyCode.DIGIT4);
    waitUntil(() -> keyboard().equals("library-list"));

    Bounds seen = inScene(robot.lookup("#library-list").query());
    assertThat(robot.lookup("#library-list").lookup(".list-cell").<ListCell<?>>queryAll())
        .anyMatch(cell -> cell.getIndex() == 0 && seen.contains(inScene(cell)));
  }

  private boolean chosenIsInView(String list) {
    Bounds seen = inScene(robot.lookup(list).query());
    return robot.lookup(list).lookup(".list-cell").<ListCell<?>>queryAll().stream()
        .anyMatch(cell -> cell.isSelected() && seen.contains(inScene(cell)));
  }

  private static Bounds inScene(Node node) {
    return node.localToScene(node.getLayoutBounds());
  }

  @Test
  void iconsGrowWithTheText() {
    FontIcon icon = (FontIcon) robot.lookup("#place-start .ikonli-font-icon").query();
    int ordinary = icon.getIconSize();

    for (int times = 0; times < 10; times++) robot.push(KeyCode.SHORTCUT, KeyCode.PLUS);
    waitForFxEvents();
    assertThat(icon.getIconSize()).isEqualTo(2 * ordinary);
  }

  @Test
  void aFileThatIsNoTextLeavesNoEmptyHalf() throws Exception {
    Path rubbish = Files.write(folder.resolve("build.log"), new byte[] {0, 1, 2, 3, 0, 0});
    robot.interact(() -> window.drop(List.of(rubbish)));
    waitUntil(() -> labels().contains("This cannot be read"));

    assertThat(robot.lookup("#log-lines").queryAll()).isEmpty();
    assertThat(keyboard()).isEqualTo("read-again");
  }

  private void resize(double width, double height) throws Exception {
    robot.interact(
        () -> {
          Stage stage = (Stage) window.scene().getWindow();
          stage.setWidth(width);
          stage.setHeight(height);
        });
    waitUntil(() -> Math.abs(window.scene().getWindow().getWidth() - width) < 1);
  }

  private List<String> cut() {
    return robot.lookup((Node node) -> node instanceof ButtonBase).<ButtonBase>queryAll().stream()
        .filter(LayoutTest::isShown)
        .filter(ButtonBase::isTextTruncated)
        .map(ButtonBase::getText)
        .toList();
  }

  // A button that came and went between two layouts never had a size to write its text in.
  private static boolean isShown(Node node) {
    return node.isVisible() && (node.getParent() == null || isShown(node.getParent()));
  }
}
