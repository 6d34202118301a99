package dev.orgform.kinds;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.BooleanNode;
import dev.orgform.config.Loader;
import dev.orgform.documents.PlanDocument;
import dev.orgform.model.Address;
import dev.orgform.model.Desired;
import dev.orgform.model.Field;
import dev.orgform.model.Fields;
import dev.orgform.model.JsonText;
import dev.orgform.model.Kind;
import dev.orgform.model.Place;
import dev.orgform.model.Removal;
import dev.orgform.model.Resource;
import dev.orgform.model.Resources;
import dev.orgform.model.Roll;
import dev.orgform.model.Value;
import dev.orgform.plan.Change;
import dev.orgform.plan.Counts;
import dev.orgform.plan.Plan;
import dev.orgform.sandbox.Estate;
import dev.orgform.world.OverHttp;
import dev.orgform.world.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every kind in the list must bring along, or the build fails. */
class KindContractTest {
  private static final Path SCHEMA = Path.of("schemas", "desired-state.schema.json");
  private static final Path EXAMPLES = Path.of("examples");

  static List<Kind> kinds() {
    return Kinds.kinds();
  }

  @Test
  void namesAndRanksAreTakenOnce() {
    assertThat(kinds()).isNotEmpty();
    assertThat(kinds()).extracting(Kind::name).doesNotHaveDuplicates();
    assertThat(kinds()).extracting(Kind::type).doesNotHaveDuplicates();
    assertThat(kinds()).extracting(Kind::rank).doesNotHaveDuplicates();
    assertThat(kinds().stream().filter(kind -> kind.form() instanceof Kind.Form.Branch)).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void everyFieldSaysWhenItMayChangeAndWhyNot(Kind kind) {
    assertThat(kind.fields()).extracting(Field::name).doesNotHaveDuplicates().isNotEmpty();
    for (var field : kind.fields()) {
      assertThat(field.why().isEmpty())
          .as(field.name())
          .isEqualTo(field.when() != Field.When.AT_BIRTH);
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void theSchemaHasIt(Kind kind) throws IOException {
    var definitions = new ObjectMapper().readTree(Files.readString(SCHEMA)).path("$defs");
    var key =
        switch (kind.form()) {
          case Kind.Form.Branch branch -> kind.name();
          case Kind.Form.Owned owned -> owned.key();
        };
    if (kind.form() instanceof Kind.Form.Owned owned) {
      var reference = definitions.path("organization").path("properties").path(owned.key());
      assertThat(reference.path("$ref").asText()).isEqualTo("#/$defs/" + key);
    }
    var definition = definitions.path(key);
    assertThat(definition.path("description").asText()).isNotBlank();
    switch (kind.form()) {
      case Kind.Form.Branch branch -> describesFields(kind, definition, definitions);
      case Kind.Form.Block block -> describesFields(kind, definition, definitions);
      case Kind.Form.Roster roster -> {
        assertThat(definition.path("type").asText()).isEqualTo("array");
        describes(roster.email(), definition.path("items"), definitions);
      }
      case Kind.Form.Labelled labelled -> {
        assertThat(definition.path("type").asText()).isEqualTo("object");
        describes(labelled.label(), definition.path("additionalProperties"), definitions);
      }
    }
  }

  private static void describesFields(Kind kind, JsonNode definition, JsonNode definitions) {
    assertThat(definition.path("additionalProperties")).isEqualTo(no());
    for (var field : yamlFields(kind)) {
      describes(field.name(), definition.path("properties").path(field.name()), definitions);
    }
  }

  private static void describes(String what, JsonNode schema, JsonNode definitions) {
    var behind = schema.path("$ref").asText("#/$defs/").substring("#/$defs/".length());
    assertThat(
            schema
                .path("description")
                .asText(definitions.path(behind).path("description").asText()))
        .as(what)
        .isNotBlank();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void anExampleShowsEveryFieldOfIt(Kind kind) throws IOException {
    var shown = new ArrayList<String>();
    for (var resource : examples()) {
      if (resource.kind().name().equals(kind.name())) {
        shown.addAll(resource.fields().values().keySet());
      }
    }
    assertThat(shown).containsAll(kind.fields().stream().map(Field::name).toList());
  }

  /** Created, read as it was wanted, changed, read as that, and ended in its own way. */
  @ParameterizedTest
  @MethodSource("kinds")
  void itLivesAndEndsInTheSandbox(Kind kind) {
    try (var world = new OverHttp(Run.KEY, estate(kind), InstantSource.system())) {
      var born = world.plan(life(kind, "one", Optional.empty(), List.of()));
      assertThat(verbs(born, kind)).containsExactly("create");
      roundTrips(born);
      assertThat(world.apply(born).complete()).isTrue();
      assertThat(world.plan(life(kind, "one", Optional.empty(), List.of())).steps()).isEmpty();

      var owner = world.sandbox().estate().organizations().firstEntry().getKey();
      var changed = life(kind, "two", Optional.of(owner), List.of());
      var update = world.plan(changed);
      assertThat(verbs(update, kind)).containsExactlyElementsOf(changing(kind));
      assertThat(update.counts()).isEqualTo(counting(kind));
      roundTrips(update);
      assertThat(world.apply(update).complete()).isTrue();
      assertThat(world.plan(changed).steps()).isEmpty();

      ends(kind, world, owner);
    }
  }

  /** What exists by itself must be there before. */
  private static Estate estate(Kind kind) {
    return Estate.parse(
        "test",
        kind.form() instanceof Kind.Form.Labelled
            ? "{\"organizations\": [], \"accounts\": [{\"id\": \"acc0\"}]}"
            : "{\"organizations\": []}");
  }

  /** Somebody else on a list is another object; everything else stays the same one. */
  private static List<String> changing(Kind kind) {
    return kind.form() instanceof Kind.Form.Roster
        ? List.of("create", "delete")
        : List.of("update");
  }

  private static Counts counting(Kind kind) {
    return switch (kind.form()) {
      case Kind.Form.Branch branch -> new Counts(0, 1, 0);
      case Kind.Form.Block block -> new Counts(0, 1, 0);
      case Kind.Form.Roster roster -> new Counts(1, 0, 1);
      // The place that it moves to is new.
      case Kind.Form.Labelled labelled -> new Counts(1, 1, 0);
    };
  }

  private static void ends(Kind kind, OverHttp world, String owner) {
    var name = world.sandbox().estate().pick(owner).name();
    var tree = kinds().getFirst();
    var removal = new Removal(tree, owner, name, Place.of("test.yaml"));
    var gone = new Desired(Resources.NONE, Map.of(), List.of(removal));
    switch (kind.ending()) {
      case BY_DELETE -> assertThat(verbs(world.plan(gone), kind)).containsExactly("delete");
      case WITH_OWNER -> assertThat(verbs(world.plan(gone), kind)).isEmpty();
      case NEVER -> {
        return;
      }
    }
    roundTrips(world.plan(gone));
    assertThat(world.apply(gone).complete()).isTrue();
    assertThat(world.sandbox().estate().organizations()).isEmpty();
    assertThat(world.plan(gone).steps()).isEmpty();
  }

  private static void roundTrips(Plan plan) {
    var document = PlanDocument.of(plan, "0.0.0");
    var read = PlanDocument.read(document.pretty(), "plan.json");
    assertThat(read.diagnostics()).isEmpty();
    assertThat(read.value().orElseThrow().pretty()).isEqualTo(document.pretty());
    assertThat(read.value().orElseThrow().hash()).isEqualTo(document.hash());
  }

  private static List<String> verbs(Plan plan, Kind kind) {
    return plan.steps().stream()
        .map(step -> step.change())
        .filter(change -> change.kind().name().equals(kind.name()))
        .map(
            change ->
                switch (change) {
                  case Change.Create create -> "create";
                  case Change.Update update -> "update";
                  case Change.Delete delete -> "delete";
                })
        .toList();
  }

  /** One root organization, and what is of the kind with every field that may change. */
  private static Desired life(
      Kind kind, String word, Optional<String> ownerId, List<Removal> removals) {
    var tree = kinds().getFirst();
    var resources = new ArrayList<Resource>();
    boolean isTree = kind.name().equals(tree.name());
    var name = isTree ? word : "owner";
    resources.add(
        new Resource(
            tree.address("it"),
            tree,
            ownerId,
            Fields.of(Map.of("name", Value.text(name), "parent", Value.none())),
            Optional.of(Place.of("test.yaml"))));
    var rolls = new ArrayList<Roll>();
    switch (kind.form()) {
      case Kind.Form.Branch branch -> {}
      case Kind.Form.Block block -> resources.add(block(kind, block, tree.address("it"), word));
      case Kind.Form.Roster roster -> {
        var roll = new Roll(kind, tree.address("it"), true, Optional.of(Place.of("test.yaml")));
        rolls.add(roll);
        resources.add(somebody(roll, roster, word + "@Acme.example"));
      }
      case Kind.Form.Labelled labelled -> {
        if (ownerId.isPresent()) {
          resources.add(second(tree));
        }
        var owner = tree.address(ownerId.isPresent() ? "other" : "it");
        resources.add(thing(kind, labelled, owner, word));
      }
    }
    return new Desired(Resources.of(resources), Map.of(), removals, rolls);
  }

  private static Resource block(Kind kind, Kind.Form.Block block, Address owner, String word) {
    var fields = new TreeMap<String, Value>();
    fields.put(block.owner(), new Value.Ref(owner));
    for (var field : kind.fields()) {
      if (field.when() == Field.When.ANY) {
        fields.put(field.name(), value(field.shape(), word));
      }
    }
    return declared(kind.address("it"), kind, Fields.of(fields));
  }

  private static Resource somebody(Roll roll, Kind.Form.Roster roster, String email) {
    return declared(
        roll.address(email),
        roll.kind(),
        Fields.of(
            Map.of(
                roster.owner(), new Value.Ref(roll.owner()), roster.email(), Value.text(email))));
  }

  /** Another organization to move to. */
  private static Resource second(Kind tree) {
    return declared(
        tree.address("other"),
        tree,
        Fields.of(
            Map.of("name", Value.text("other"), "parent", new Value.Ref(tree.address("it")))));
  }

  private static Resource thing(
      Kind kind, Kind.Form.Labelled labelled, Address owner, String label) {
    return new Resource(
        kind.address("acc0"),
        kind,
        Optional.of("acc0"),
        Fields.of(
            Map.of(labelled.owner(), new Value.Ref(owner), labelled.label(), Value.text(label))),
        Optional.of(Place.of("test.yaml")));
  }

  private static Resource declared(Address address, Kind kind, Fields fields) {
    return new Resource(
        address, kind, Optional.empty(), fields, Optional.of(Place.of("test.yaml")));
  }

  private static Value value(Field.Shape shape, String word) {
    return switch (shape) {
      case TEXT -> Value.text(word + " \"\u00e9\" \ud83d\ude00 <b>");
      case TEXT_OR_MAP_OF_TEXT, TEXT_OR_JSON ->
          JsonText.canonical(new Value.Tree(new TreeMap<>(Map.of("k", Value.text(word)))));
      case REF -> throw new AssertionError("a reference that may change has no test yet");
    };
  }

  private static List<Field> yamlFields(Kind kind) {
    return kind.form() instanceof Kind.Form.Owned owned
        ? kind.fields().stream().filter(field -> !field.name().equals(owned.owner())).toList()
        : kind.fields();
  }

  private static List<Resource> examples() throws IOException {
    var resources = new ArrayList<Resource>();
    try (var folders = Files.list(EXAMPLES)) {
      for (var folder : folders.sorted().toList()) {
        Loader.load(List.of(folder), Map.of(), Kinds.kinds())
            .value()
            .ifPresent(loaded -> resources.addAll(loaded.desired().resources().all()));
      }
    }
    return resources;
  }

  private static JsonNode no() {
    return BooleanNode.FALSE;
  }
}
