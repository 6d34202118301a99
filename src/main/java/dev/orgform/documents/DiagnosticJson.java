package dev.orgform.documents;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgform.model.Code;
import dev.orgform.model.Diagnostic;
import dev.orgform.model.Place;
import dev.orgform.model.Severity;
import java.util.ArrayList;
import java.util.List;

/**
 * Diagnostics in Terraform's JSON shape, with our {@code code} and {@code remedy}, and the further
 * places under {@code also}. Columns and offsets count code points.
 */
final class DiagnosticJson {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private DiagnosticJson() {}

  static ObjectNode write(Diagnostic diagnostic) {
    var json = NODES.objectNode();
    json.put("severity", Words.of(diagnostic.severity()));
    json.put("code", diagnostic.code().word());
    json.put("summary", diagnostic.summary());
    json.put("detail", diagnostic.detail());
    json.put("remedy", diagnostic.remedy());
    diagnostic.address().ifPresent(address -> json.put("address", address.toString()));
    var places = diagnostic.places();
    if (!places.isEmpty()) {
      json.setAll(write(places.getFirst()));
    }
    if (places.size() > 1) {
      var also = json.putArray("also");
      places.subList(1, places.size()).forEach(place -> also.add(write(place)));
    }
    return json;
  }

  private static ObjectNode write(Place place) {
    var json = NODES.objectNode();
    var range = json.putObject("range").put("filename", place.file());
    if (place.line() == 0) {
      return json;
    }
    range.set("start", position(place.line(), place.column()));
    range.set("end", position(place.line(), place.column() + place.length()));
    int start = Math.max(0, place.column() - 1);
    json.putObject("snippet")
        .put("code", place.source())
        .put("start_line", place.line())
        .put("highlight_start_offset", start)
        .put("highlight_end_offset", start + place.length());
    return json;
  }

  private static ObjectNode position(int line, int column) {
    return NODES.objectNode().put("line", line).put("column", column);
  }

  static Diagnostic read(Part part) {
    return new Diagnostic(
        part.at("severity").word(Words.parser(Severity.class)),
        part.at("code").word(Code::parse),
        part.at("summary").text(),
        part.at("detail").text(),
        part.at("remedy").text(),
        part.given("address").map(Part::address),
        places(part));
  }

  private static List<Place> places(Part part) {
    var places = new ArrayList<Place>();
    part.given("range").ifPresent(range -> places.add(place(part)));
    part.given("also").ifPresent(also -> places.addAll(also.each(DiagnosticJson::place)));
    return places;
  }

  private static Place place(Part part) {
    var range = part.at("range");
    var file = range.at("filename").text();
    var start = range.given("start");
    if (start.isEmpty()) {
      return Place.of(file);
    }
    int column = start.get().at("column").number();
    return new Place(
        file,
        start.get().at("line").number(),
        column,
        Math.max(0, range.at("end").at("column").number() - column),
        part.at("snippet").at("code").text());
  }
}
