package dev.orgform.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.orgform.guard.Guards;
import dev.orgform.model.Address;
import dev.orgform.model.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExamplesTest {
  private static final Path FOLDER = Path.of("examples");

  private static Configuration load(String example) {
    var checked = Loader.load(List.of(FOLDER.resolve(example)), Map.of(), BadInputTest.KINDS);
    assertThat(checked.diagnostics()).isEmpty();
    return checked.value().orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "quickstart, 1, 6",
    "msp-hierarchy, 4, 18",
    "adopt-existing, 1, 4",
    "members, 2, 7",
    "accounts, 2, 5"
  })
  void loadsWithoutARemark(String example, int files, int resources) {
    var configuration = load(example);
    assertThat(configuration.files()).hasSize(files);
    assertThat(configuration.desired().resources().all()).hasSize(resources);
  }

  @Test
  void theHierarchyHasFiveLevels() {
    var resources = load("msp-hierarchy").desired().resources();
    var at = new Address("organization", "springfield-911");
    int levels = 1;
    while (resources.get(at).orElseThrow().fields().get("parent") instanceof Value.Ref parent) {
      at = parent.to();
      levels++;
    }
    assertThat(levels).isEqualTo(5);
    assertThat(at).hasToString("organization.initech");
  }

  /** Editors give plain scalars types, which the schema must put up with. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "quickstart/organizations.yaml", "msp-hierarchy/00-initech.yaml",
        "msp-hierarchy/10-retail.yaml", "msp-hierarchy/public-sector/springfield.yml",
        "adopt-existing/organizations.yaml", "msp-hierarchy/orgform.guard.yaml",
        "members/organizations.yaml", "members/orgform.guard.yaml",
        "accounts/organizations.yaml", "accounts/orgform.guard.yaml"
      })
  void editorsSeeNothingWrong(String file) throws IOException {
    var schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Files.readString(schemaOf(FOLDER.resolve(file))));
    Object typed = new org.yaml.snakeyaml.Yaml().load(Files.readString(FOLDER.resolve(file)));
    assertThat(schema.validate(new ObjectMapper().<JsonNode>valueToTree(typed))).isEmpty();
  }

  @Test
  void everyFileTellsEditorsWhereItsSchemaIs() throws IOException {
    try (var files = Files.walk(FOLDER)) {
      for (var file : files.filter(f -> f.toString().matches(".*\\.ya?ml")).sorted().toList()) {
        var lines = Files.readAllLines(file);
        if (lines.stream().noneMatch(line -> line.startsWith("version:"))) {
          continue;
        }
        var mark = "# yaml-language-server: $schema=";
        assertThat(lines.getFirst()).as(file.toString()).startsWith(mark);
        var schema = file.resolveSibling(lines.getFirst().substring(mark.length())).normalize();
        assertThat(schema).isEqualTo(schemaOf(file));
      }
    }
  }

  private static Path schemaOf(Path file) {
    var name = file.endsWith(Sources.GUARD_FILE) ? "guard" : "desired-state";
    return Path.of("schemas", name + ".schema.json");
  }

  @Test
  void theLargestHasAGuardWhoseRulesCanBeAsked() {
    var policy = load("msp-hierarchy").policy();
    assertThat(policy.protections()).hasSize(1);
    assertThat(policy.limits()).hasSize(2);
    assertThat(policy.rules()).hasSize(2);
    assertThat(Guards.check(policy)).isEmpty();
    assertThat(policy.ignores(new Address("profile", "springfield-911"), "business_phone"))
        .isTrue();
    assertThat(policy.ignores(new Address("profile", "springfield-911"), "business_name"))
        .isFalse();
    assertThat(policy.ignores(new Address("profile", "initech"), "business_phone")).isFalse();
  }
}
