package dev.orgform.roundtrip;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgform.sandbox.Estate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Estates that are as wild as an API lets them be, or tame enough to be made from YAML. */
final class RandomEstate {
  private static final int LEVELS = 5;

  /** Who makes an organization is its first member. */
  private static final String SELF = "you@sandbox.invalid";

  private static final List<String> WILD =
      List.of(
          "Acme",
          "acme",
          "ACME ",
          " Acme",
          "Acme\u200b",
          "\u0410cme",
          "null",
          "~",
          "true",
          "4711",
          "1e3",
          "2026-11-21",
          "- a",
          "a: b",
          "a #b",
          "\"quoted\"",
          "back\\slash",
          "two\nlines",
          "tab\there",
          "\u202eevil",
          "nul\u0000",
          "\ud83d\ude00",
          "\u5317\u4eac",
          "${env.HOME}",
          "##vso[task.x]y",
          "::error::z",
          "<<",
          "{a}",
          "[secret]",
          "e\u0301",
          "\u00e9",
          "orgform-guard",
          "x".repeat(300),
          "\u0007bell",
          "\u2028",
          "a\u00a0b",
          "'",
          "%",
          "@a");

  private static final List<String> TEXTS =
      List.of(
          "",
          "",
          "",
          "plain",
          "+1 555 0100",
          "{}",
          "[]",
          "[1, 2]",
          "{\"a\": 1.50, \"b\":[null,true,{}]}",
          "{\"line1\":\"1 Acme Way\",\"zip\":\"0123\"}",
          "{\"line1\":\"x\",\"n\":7}",
          "{not json}",
          "{\"a\":1,\"a\":2}",
          "{\"<<\":\"x\",\"\":\"\",\"k: v\":\"- y\"}",
          "line\nbreak",
          "\u202e",
          "{\"deep\":" + "[".repeat(20) + "]".repeat(20) + "}",
          "{\"${env.A}\":\"${env.B}\"}",
          "{\"" + "k".repeat(2000) + "\":1}",
          "1e400",
          "{\"n\":1e400,\"m\":-0.0}",
          "true",
          "~",
          "{\"t\":\"\u0000\\n\"}",
          "y".repeat(5000));

  private static final List<String> PEOPLE =
      List.of(
          "Alice@Acme.example",
          "bob+x@acme.example",
          "#a@x.example",
          "-a@x.example",
          "&a@x.example",
          "*a@x.example",
          "!a@x.example",
          "%a@x.example",
          "`a@x.example",
          "a,b@x.example",
          "a'b@x.example",
          "\"q\"@x.example",
          "a:b@x.example",
          "{a}@x.example",
          "[a]@x.example",
          "${env.A}@x.example",
          "null@x.example",
          "\u00e9@x.example",
          "::error::@x.example",
          "x".repeat(200) + "@x.example");

  private static final List<String> STATUSES =
      List.of("active", "active", "pending", "rejected", "canceled");

  private final Random random;
  private final boolean wild;
  private final List<String> ids = new ArrayList<>();
  private final List<Integer> levels = new ArrayList<>();
  private final ObjectNode estate = JsonNodeFactory.instance.objectNode();

  private RandomEstate(long seed, boolean wild) {
    this.random = new Random(seed);
    this.wild = wild;
  }

  /** With names and texts that are hard to write. */
  static Estate wild(long seed, int organizations) {
    return new RandomEstate(seed, true).of(organizations);
  }

  /** With names of their own, so that it can be made again from its YAML. */
  static Estate tame(long seed, int organizations) {
    return new RandomEstate(seed, false).of(organizations);
  }

  /** What is left of a tame one when all organizations are gone: accounts in none. */
  static Estate wiped(long seed, int organizations) {
    var before = new RandomEstate(seed, false);
    before.of(organizations);
    before.estate.putArray("organizations");
    before.estate.withArray("accounts").forEach(one -> ((ObjectNode) one).remove("organization"));
    return Estate.parse("wiped", before.estate.toString());
  }

  private Estate of(int organizations) {
    var list = estate.put("seed", "s" + random.nextLong()).putArray("organizations");
    var accounts = estate.putArray("accounts");
    int most = organizations >= 1_000 ? 40 : 4;
    for (int i = 0; i < organizations; i++) {
      list.add(organization(i));
      for (int j = random.nextInt(most + 1); j > 0; j--) {
        accounts
            .addObject()
            .put("id", "%016x%016x".formatted(0xacc0L + i, j))
            .put("name", wild ? name() : "Account %d of %d".formatted(j, i))
            .put("organization", ids.get(i));
      }
    }
    return Estate.parse("estate", estate.toString());
  }

  private ObjectNode organization(int number) {
    var id = "%06x%026x".formatted(random.nextInt(1 << 24), number);
    var organization = JsonNodeFactory.instance.objectNode().put("id", id);
    organization.put("name", wild ? name() : "Organization " + number);
    int level = 1;
    if (!ids.isEmpty() && random.nextInt(8) > 0) {
      int above = random.nextInt(ids.size());
      if (levels.get(above) < LEVELS) {
        organization.put("parent", ids.get(above));
        level = levels.get(above) + 1;
      }
    }
    ids.add(id);
    levels.add(level);
    if (random.nextInt(3) > 0) {
      var profile = organization.putObject("profile");
      for (var field :
          List.of(
              "business_name",
              "business_email",
              "business_phone",
              "business_address",
              "external_metadata")) {
        profile.put(field, TEXTS.get(random.nextInt(TEXTS.size())));
      }
    }
    var members = organization.putArray("members");
    members.addObject().put("id", member(number, 0)).put("email", SELF).put("creator", true);
    int others = random.nextInt(random.nextInt(10) == 0 ? 12 : 4);
    for (int i = 1; i <= others; i++) {
      members
          .addObject()
          .put("id", member(number, i))
          .put("email", wild ? PEOPLE.get(i) : "p%d@x%d.example".formatted(i, number))
          .put("status", STATUSES.get(random.nextInt(wild ? STATUSES.size() : 3)))
          .put("two_factor", random.nextBoolean());
    }
    return organization;
  }

  private static String member(int organization, int number) {
    return "%08x%024x".formatted(organization, number);
  }

  private String name() {
    var name = WILD.get(random.nextInt(WILD.size()));
    return random.nextInt(3) == 0 ? name + WILD.get(random.nextInt(WILD.size())) : name;
  }
}
