package io.github.pyo3doctor.desktop.model;

import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The settings in force; every change is remembered for the next start. */
public final class SettingsModel {
  private final SettingsFile file;
  private final ReadOnlyObjectWrapper<Settings> settings;

  /** The settings kept in that file. */
  public SettingsModel(SettingsFile file) {
    this.file = file;
    this.settings = new ReadOnlyObjectWrapper<>(file.read());
  }

  /** The settings in force. */
  public ReadOnlyObjectProperty<Settings> settingsProperty() {
    return settings.getReadOnlyProperty();
  }

  /** The settings in force now. */
  public Settings settings() {
    return settings.get();
  }

  /** Changes them. */
  public void change(UnaryOperator<Settings> change) {
    Settings changed = change.apply(settings());
    file.write(changed);
    settings.set(changed);
  }
}
