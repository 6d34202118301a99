package dev.orgform.documents;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgform.model.Address;
import dev.orgform.plan.Confirmation;
import dev.orgform.plan.Ignored;
import dev.orgform.plan.Selection;
import dev.orgform.plan.Terms;
import java.util.Collection;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** How a plan was made, without its base, written and read. */
final class TermsJson {
  private TermsJson() {}

  static ObjectNode write(Terms terms) {
    var json = JsonNodeFactory.instance.objectNode().put("converge", terms.converge());
    put(json.putArray("targets"), terms.selection().targets());
    put(json.putArray("excluded"), terms.selection().excluded());
    var ignored = json.putArray("ignored");
    if (terms.ignored() instanceof Ignored known) {
      known
          .fields()
          .forEach(
              (address, fields) -> {
                var one = ignored.addObject().put("address", address.toString());
                fields.forEach(one.putArray("fields")::add);
              });
    }
    put(json.putArray("unfinished"), terms.unfinished());
    var confirmed = json.putArray("confirmed");
    terms.confirmed().forEach(one -> confirmed.add(Words.of(one)));
    terms.acceptedOneWay().ifPresent(hash -> json.put("accepted_one_way", hash));
    return json;
  }

  private static void put(ArrayNode json, Collection<Address> addresses) {
    addresses.forEach(address -> json.add(address.toString()));
  }

  static Terms read(Part json) {
    var ignored = new TreeMap<Address, SortedSet<String>>();
    json.at("ignored")
        .each(
            one ->
                ignored.put(
                    one.at("address").address(), new TreeSet<>(one.at("fields").each(Part::text))));
    return new Terms(
        Optional.empty(),
        json.at("converge").flag(),
        new Selection(addresses(json.at("targets")), addresses(json.at("excluded"))),
        new Ignored(ignored),
        addresses(json.at("unfinished")),
        new TreeSet<>(json.at("confirmed").each(one -> one.word(Words.parser(Confirmation.class)))),
        json.given("accepted_one_way").map(Part::text));
  }

  private static SortedSet<Address> addresses(Part json) {
    return new TreeSet<>(json.each(Part::address));
  }
}
