package io.github.pyo3doctor.desktop.view;

import io.github.pyo3doctor.desktop.model.Navigation;
import io.github.pyo3doctor.desktop.model.Place;
import java.util.Optional;

/** Goes from an article to what it leads to. */
final class Reader implements TopicPane.Actions {
  private final Navigation navigation;
  private final Links external;

  /**
   * A reader.
   *
   * @param external opens what is outside the library
   */
  Reader(Navigation navigation, Links external) {
    this.navigation = navigation;
    this.external = external;
  }

  @Override
  public void openTopic(String topicId) {
    navigation.go(new Place.Library(Optional.of(topicId)));
  }

  @Override
  public void openLibrary() {
    navigation.go(new Place.Library(Optional.empty()));
  }

  @Override
  public void openGuide() {
    navigation.go(new Place.Guide(Optional.empty()));
  }

  @Override
  public void openOfficial(String id) {
    navigation.go(new Place.Guide(Optional.of(id)));
  }

  @Override
  public void checkFor(String topicId) {
    navigation.go(new Place.Check(topicId));
  }

  @Override
  public void follow(String target) {
    external.follow(target);
  }
}
