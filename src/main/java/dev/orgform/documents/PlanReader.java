package dev.orgform.documents;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.orgform.model.Checked;
import dev.orgform.model.Code;
import dev.orgform.model.Deed;
import dev.orgform.model.Diagnostic;
import dev.orgform.model.Kind;
import dev.orgform.model.Place;
import dev.orgform.model.Value;
import dev.orgform.plan.Confirmation;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** Reads the plan document; {@link PlanWriter} is its inverse. */
final class PlanReader {
  private PlanReader() {}

  static Checked<PlanDocument> read(String text, String file) {
    return read(text, file, PlanReader::document);
  }

  static Checked<SavedPlan> readSaved(String text, String file, List<Kind> kinds) {
    return read(text, file, json -> saved(json, kinds));
  }

  static boolean isOfAnotherVersion(String text) {
    try {
      var json = SafeJson.read(text);
      var format = json.path("format_version");
      var ours = json.path(PlanWriter.X).path("version");
      return format.isTextual()
          && ours.isInt()
          && !(format.textValue().equals(PlanWriter.FORMAT) && ours.intValue() == PlanWriter.OURS);
    } catch (JsonProcessingException e) {
      return false;
    }
  }

  private static SavedPlan saved(Part json, List<Kind> kinds) {
    var plan = document(json);
    if (plan.made().isEmpty()) {
      throw new Part.Unreadable("`timestamp` is missing");
    }
    return new SavedPlan(plan, SavedJson.read(json.at(PlanWriter.X).at("saved"), kinds));
  }

  private static <T> Checked<T> read(String text, String file, Function<Part, T> reading) {
    try {
      var json = SafeJson.read(text);
      return json.isMissingNode()
          ? refused(file, "It is empty.")
          : Checked.of(reading.apply(Part.root(json)), List.of());
    } catch (JsonProcessingException e) {
      return refused(file, "It is not JSON: " + firstLine(e.getOriginalMessage()) + ".");
    } catch (Part.Unreadable e) {
      return refused(file, e.getMessage() + ".");
    }
  }

  private static <T> Checked<T> refused(String file, String why) {
    return Checked.failed(
        List.of(
            Diagnostic.error(Code.BAD_PLAN_FILE, "This is not a plan that can be used")
                .because(why)
                .todo("Make a new plan with `orgform plan -out=FILE`.")
                .at(Place.of(file))));
  }

  private static String firstLine(String message) {
    return message.lines().findFirst().orElse("");
  }

  private static PlanDocument document(Part json) {
    version(json);
    var ours = json.at(PlanWriter.X);
    var plan =
        new PlanDocument(
            ours.at("tool").text(),
            json.given("timestamp").map(Part::instant),
            json.at("resource_changes").each(PlanReader::change),
            ours.at("unmanaged").each(AsideJson::unmanaged),
            json.given("resource_drift")
                .map(drift -> drift.each(DriftJson::read))
                .orElse(List.of()),
            ours.given("adopted").map(all -> all.each(AsideJson::adopted)).orElse(List.of()),
            ours.given("people").map(people -> people.each(AsideJson::person)).orElse(List.of()),
            ours.given("transfers").map(all -> all.each(AsideJson::transfer)).orElse(List.of()),
            ours.given("one_way_hash").map(Part::text),
            confirmations(ours.at("confirmed")),
            confirmations(ours.at("missing_confirmations")),
            ours.at("diagnostics").each(DiagnosticJson::read),
            ours.at("requests").at("read").number());
    if (!plan.hash().equals(ours.at("plan_hash").text())) {
      throw new Part.Unreadable("Its changes are not the ones that its `plan_hash` was made of");
    }
    return plan;
  }

  private static void version(Part json) {
    var format = json.at("format_version");
    if (!format.text().equals(PlanWriter.FORMAT)) {
      throw format.not(PlanWriter.FORMAT + ", the only one known here");
    }
    var ours = json.at(PlanWriter.X).at("version");
    if (ours.number() != PlanWriter.OURS) {
      throw ours.not(PlanWriter.OURS + "; another version of orgform made it");
    }
  }

  private static PlannedChange change(Part json) {
    var change = json.at("change");
    var ours = json.at(PlanWriter.X);
    return new PlannedChange(
        json.at("address").address(),
        json.at("type").text(),
        verb(change.at("actions")),
        fields(change, "before"),
        fields(change, "after"),
        names(change.at("after_unknown")),
        AsideJson.differences(ours),
        ours.at("reason").text(),
        ours.at("undo").word(Words.parser(Deed.Undo.class)),
        ours.given("reach")
            .map(reach -> reach.word(Words.parser(Deed.Reach.class)))
            .orElse(Deed.Reach.NOBODY),
        ours.at("needs").word(Words.parser(Deed.Needs.class)),
        ours.at("calls").number(),
        new TreeSet<>(ours.at("waits_for").each(Part::address)),
        ours.given("source").map(AsideJson::source));
  }

  private static Verb verb(Part actions) {
    var verbs = actions.each(action -> action.word(Verb::parse));
    if (verbs.size() != 1) {
      throw actions.not("one action");
    }
    return verbs.getFirst();
  }

  private static SortedMap<String, Value> fields(Part change, String key) {
    var fields = new TreeMap<String, Value>();
    change
        .given(key)
        .ifPresent(
            part -> {
              if (!part.node().isObject()) {
                throw part.not("an object");
              }
              part.node()
                  .properties()
                  .forEach(one -> fields.put(one.getKey(), ValueJson.plain(one.getValue())));
            });
    return fields;
  }

  private static SortedSet<String> names(Part json) {
    var names = new TreeSet<String>();
    json.node().fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static SortedSet<Confirmation> confirmations(Part json) {
    return new TreeSet<>(json.each(one -> one.at("name").word(Words.parser(Confirmation.class))));
  }
}
