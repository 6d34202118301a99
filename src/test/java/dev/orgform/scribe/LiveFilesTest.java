package dev.orgform.scribe;

import static dev.orgform.kinds.organization.OrganizationKind.ORGANIZATION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orgform.model.Address;
import dev.orgform.model.Deed;
import dev.orgform.model.Field;
import dev.orgform.model.Field.Shape;
import dev.orgform.model.Fields;
import dev.orgform.model.Kind;
import dev.orgform.model.Live;
import dev.orgform.model.Resource;
import dev.orgform.model.Resources;
import dev.orgform.model.Roll;
import dev.orgform.model.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whatever form a kind has, its resources are written in it. */
class LiveFilesTest {
  private static final Deed FREE = new Deed(1, Deed.Needs.KEY, Deed.Undo.FREE);

  private static final Kind PERSON =
      kind("person", new Kind.Form.Roster("people", "organization", "email"), "email");

  private static final Kind THING =
      kind("thing", new Kind.Form.Labelled("things", "organization", "label"), "state");

  private static Kind kind(String name, Kind.Form form, String field) {
    return new Kind(
        name,
        "test_" + name,
        90,
        form,
        List.of(
            Field.atBirth("organization", Shape.REF, "It stays."), Field.any(field, Shape.TEXT)),
        Kind.Ending.BY_DELETE,
        Deed.Needs.KEY,
        FREE,
        FREE,
        FREE);
  }

  private static Resource organization() {
    return new Resource(
        Address.undeclared("organization", "aa01"),
        ORGANIZATION,
        Optional.of("aa01"),
        Fields.of(Map.of("name", Value.text("Acme"), "parent", Value.none())),
        Optional.empty());
  }

  private static Resource person(String email) {
    return owned(
        PERSON, Roll.address(PERSON, ORGANIZATION.address("acme"), email), "1", "email", email);
  }

  private static Resource thing(String id, String name) {
    return owned(THING, THING.address(id), id, "label", name);
  }

  private static Resource owned(Kind kind, Address address, String id, String field, String text) {
    return new Resource(
        address,
        kind,
        Optional.of(id),
        Fields.of(
            Map.of(
                "organization",
                new Value.Ref(ORGANIZATION.address("acme")),
                field,
                Value.text(text))),
        Optional.empty());
  }

  private static LiveFiles files(Resource... undeclared) {
    var kinds = List.of(ORGANIZATION, PERSON, THING);
    var census =
        Census.of(
            List.of(organization()), Set.of("aa01"), kinds, Map.of(), Set.of(), new Legible(false));
    assertThat(census.desired().rolls()).extracting(Roll::whole).containsExactly(true, false);
    var live =
        new Live(
            Resources.of(List.of(organization().at(ORGANIZATION.address("acme")))),
            Resources.of(List.of(undeclared)),
            3);
    return LiveFiles.of(
        live,
        census,
        kinds,
        new Legible(false),
        new LiveFiles.Wish("there", "all", false, Optional.empty(), Map.of()));
  }

  @Test
  void listsAndLabels() {
    assertThat(
            files(
                    person("Zoe@acme.example"),
                    person("alice@acme.example"),
                    thing("bb01", "Edge prod"),
                    thing("4711", "edge PROD"),
                    thing("cc01", ""))
                .files()
                .get("all.yaml"))
        .endsWith(
            """
              acme:
                name: Acme
                id: aa01
                people:
                  - alice@acme.example
                  - Zoe@acme.example
                things:
                  edge-prod-4711: "4711"
                  edge-prod-bb01: bb01
                  thing-cc01: cc01
            """);
  }

  @Test
  void aListOfNobodyIsNotWritten() {
    assertThat(files().files().get("all.yaml")).endsWith("  acme:\n    name: Acme\n    id: aa01\n");
    var hidden = files(person("a\u202e@acme.example"));
    assertThat(hidden.leftOut()).hasSize(1);
    assertThat(hidden.files().get("all.yaml")).doesNotContain("people:");
  }
}
