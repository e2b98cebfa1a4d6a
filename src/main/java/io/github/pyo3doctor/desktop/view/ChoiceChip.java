package io.github.pyo3doctor.desktop.view;

import io.github.pyo3doctor.desktop.model.FindingFacets.Choice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/** Chooses one of many, or all; says how many findings each choice would show. */
final class ChoiceChip extends ComboBox<ChoiceChip.Item> {
  private final String all;
  private final UnaryOperator<String> name;
  private boolean following;

  /**
   * A line of the choice.
   *
   * @param choice empty for all of them
   */
  record Item(Optional<Choice> choice) {}

  /**
   * Nothing to choose from yet.
   *
   * @param what is chosen
   * @param all what stands for no choice
   * @param name how a value is called
   * @param chosen hears what the user chose
   */
  ChoiceChip(
      String what, String all, UnaryOperator<String> name, Consumer<Optional<String>> chosen) {
    this.all = all;
    this.name = name;
    setAccessibleText(all);
    // Two side by side share the room there is, and shorten what they say.
    setMinWidth(0);
    setPrefWidth(0);
    setMaxWidth(Double.MAX_VALUE);
    setCellFactory(list -> new ChoiceCell(all));
    setButtonCell(new ChoiceCell(what));
    getStyleClass().add("choice-chip");
    managedProperty().bind(visibleProperty());
    valueProperty()
        .subscribe(
            item -> {
              if (!following && item != null) chosen.accept(item.choice().map(Choice::value));
            });
  }

  /** Shows the choices and what is chosen; is not there while there is nothing to choose. */
  void show(List<Choice> choices, Optional<String> chosen) {
    following = true;
    List<Item> items = new ArrayList<>();
    items.add(new Item(Optional.empty()));
    choices.forEach(choice -> items.add(new Item(Optional.of(choice))));
    if (!items.equals(getItems())) getItems().setAll(items);
    setValue(
        new Item(
            choices.stream().filter(each -> chosen.equals(Optional.of(each.value()))).findFirst()));
    setVisible(choices.size() > 1 || chosen.isPresent());
    setTooltip(new Tooltip(chosen.map(name).orElse(all)));
    following = false;
  }

  private final class ChoiceCell extends ListCell<Item> {
    private final String none;

    private ChoiceCell(String none) {
      this.none = none;
      setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    }

    @Override
    protected void updateItem(@Nullable Item item, boolean empty) {
      super.updateItem(item, empty);
      setText(empty || item == null ? "" : text(item));
    }

    private String text(Item item) {
      return item.choice().map(each -> name.apply(each.value()) + "  " + each.count()).orElse(none);
    }
  }
}
