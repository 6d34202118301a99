package dev.orgform.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgform.api.Call;
import dev.orgform.api.Expect;
import dev.orgform.api.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The table of faults and requests, and what every cell of it should be. */
final class FaultCells {
  static final String ROOT = "ac3e0000000000000000000000000001";
  static final String CHILD = "ac3e0000000000000000000000000002";

  static final String ESTATE =
      """
      {"organizations": [
        {"id": "%s", "name": "Acme", "profile": {"business_name": "Old"}},
        {"id": "%s", "name": "Labs", "parent": "%s"}]}
      """
          .formatted(ROOT, CHILD, ROOT);

  /**
   * One request of the tool, and a command in which it is that request.
   *
   * @param number which request of the command it is, from 1
   */
  record Endpoint(
      String name, int number, Call call, Expect expected, String yaml, String command) {}

  /**
   * One fault at one request.
   *
   * @param verdict what its reply proves
   * @param exit how the command ends
   */
  record Cell(String fault, Endpoint endpoint, Verdict verdict, int exit) {
    @Override
    public String toString() {
      return fault + " at " + endpoint.name;
    }
  }

  private static final String PLAN = "plan";
  private static final String APPLY = "apply -auto-approve";

  /** Somebody types how many steps cannot be undone, and then that they shall be. */
  private static final String DELETE = "apply --allow-delete";

  static final String TYPED = "1\nyes\n";
  private static final String ONE = "{acme: {name: Acme}}";
  private static final String PROFILE = "{acme: {name: Acme, profile: {business_name: New}}}";
  private static final String NEW = "{acme: {name: Acme, organizations: {new: {name: New}}}}";
  private static final String RENAMED = "{acme: {name: Acme 2, id: %s}}".formatted(ROOT);
  private static final String REMOVED =
      "{acme: {name: Acme}}\nremoved: [{organization: %s, name: Labs}]".formatted(CHILD);

  static final List<Endpoint> ENDPOINTS =
      List.of(
          new Endpoint("list", 1, list(), Expect.LIST, ONE, PLAN),
          new Endpoint("profile", 2, profile(), object(), PROFILE, PLAN),
          new Endpoint(
              "find",
              2,
              list().query("parent.id", ROOT).query("name", "New"),
              Expect.LIST,
              NEW,
              APPLY),
          new Endpoint("get", 2, get(), Expect.id(ROOT), RENAMED, APPLY),
          new Endpoint("look", 3, profile(), object(), PROFILE, APPLY),
          new Endpoint("see", 4, list().query("id", CHILD), Expect.LIST, NEW, APPLY),
          new Endpoint("create", 3, Call.post(name("New"), "organizations"), Expect.ID, NEW, APPLY),
          new Endpoint(
              "rename",
              3,
              Call.put(name("Acme 2"), "organizations", ROOT),
              Expect.id(ROOT),
              RENAMED,
              APPLY),
          new Endpoint(
              "put",
              4,
              Call.put(blank(), "organizations", ROOT, "profile"),
              Expect.NOTHING,
              PROFILE,
              APPLY),
          new Endpoint(
              "delete", 6, Call.delete("organizations", CHILD), Expect.NOTHING, REMOVED, DELETE));

  private FaultCells() {}

  private static Call list() {
    return Call.get("organizations");
  }

  private static Call get() {
    return Call.get("organizations", ROOT);
  }

  private static Call profile() {
    return Call.get("organizations", ROOT, "profile");
  }

  private static Expect object() {
    return Expect.result(JsonNode::isObject);
  }

  private static ObjectNode name(String name) {
    return JsonNodeFactory.instance.objectNode().put("name", name);
  }

  private static ObjectNode blank() {
    var profile = JsonNodeFactory.instance.objectNode();
    for (String field : List.of("address", "email", "name", "phone")) {
      profile.put("business_" + field, "");
    }
    return profile.put("external_metadata", "");
  }

  /** Every cell of the table, row by row. */
  static List<Cell> all() {
    var cells = new ArrayList<Cell>();
    for (String line : lines()) {
      var words = line.split(" +");
      if (words.length != ENDPOINTS.size() + 1) {
        throw new AssertionError("not a row of the table: " + line);
      }
      for (int i = 0; i < ENDPOINTS.size(); i++) {
        cells.add(cell(words[0], ENDPOINTS.get(i), words[i + 1]));
      }
    }
    return List.copyOf(cells);
  }

  private static Cell cell(String fault, Endpoint endpoint, String said) {
    var verdict =
        switch (said.charAt(0)) {
          case 'N' -> Verdict.NOT_SENT;
          case 'R' -> Verdict.REJECTED;
          case 'A' -> Verdict.APPLIED;
          case 'U' -> Verdict.UNKNOWN;
          default -> throw new AssertionError("no outcome class: " + said);
        };
    return new Cell(fault, endpoint, verdict, Integer.parseInt(said.substring(1)));
  }

  private static List<String> lines() {
    try (var in = FaultCells.class.getResourceAsStream("/faults/cells.txt")) {
      var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return Arrays.stream(text.split("\n"))
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
