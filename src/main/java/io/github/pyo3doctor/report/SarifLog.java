package io.github.pyo3doctor.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The part of SARIF 2.1.0 that this program writes, object by object under the standard's own
 * names. Source: the OASIS standard "Static Analysis Results Interchange Format Version 2.1.0".
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record SarifLog(@JsonProperty("$schema") String schema, String version, List<Run> runs) {
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record Run(Tool tool, List<Invocation> invocations, String columnKind, List<Result> results) {}

  record Tool(Driver driver) {}

  record Driver(String name, String version, List<Rule> rules) {}

  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record Rule(
      String id,
      Text shortDescription,
      Optional<Text> fullDescription,
      Optional<Help> help,
      RuleProperties properties) {}

  record RuleProperties(List<String> tags, String topic) {}

  record Text(String text) {}

  record Help(String text, String markdown) {}

  record Invocation(boolean executionSuccessful, List<Notification> toolExecutionNotifications) {}

  record Notification(String level, Text message) {}

  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  record Result(
      String ruleId,
      int ruleIndex,
      String level,
      Text message,
      List<Place> locations,
      Map<String, String> partialFingerprints,
      List<SarifFix> fixes,
      List<Suppression> suppressions,
      ResultProperties properties) {}

  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  record ResultProperties(List<String> evidence, Optional<String> fix) {}

  record Suppression(String kind, String justification) {}

  record Place(PhysicalLocation physicalLocation) {}

  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record PhysicalLocation(ArtifactLocation artifactLocation, Optional<Region> region) {}

  record ArtifactLocation(String uri, String uriBaseId) {}

  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record Region(
      int startLine, int startColumn, Optional<Integer> endLine, Optional<Integer> endColumn) {}

  record SarifFix(Text description, List<ArtifactChange> artifactChanges) {}

  record ArtifactChange(ArtifactLocation artifactLocation, List<Replacement> replacements) {}

  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record Replacement(Region deletedRegion, Optional<Text> insertedContent) {}
}
