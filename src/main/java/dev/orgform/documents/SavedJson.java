package dev.orgform.documents;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgform.model.Kind;
import dev.orgform.plan.Grounds;
import java.util.List;
import java.util.TreeMap;

/** What a plan in a file says beyond the plan, written and read. */
final class SavedJson {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private SavedJson() {}

  static ObjectNode write(Saved saved) {
    var json = NODES.objectNode().put("expires", saved.expires().toString());
    json.put("host", saved.host()).put("identity", saved.identity());
    json.set("configuration", write(saved.origin()));
    json.set("terms", TermsJson.write(saved.grounds().terms()));
    json.set("head", ExcerptJson.write(saved.grounds().head()));
    saved.grounds().base().ifPresent(base -> json.set("base", ExcerptJson.write(base)));
    var fingerprints = json.putArray("fingerprints");
    saved.fingerprints().forEach(one -> fingerprints.add(write(one)));
    return json;
  }

  static Saved read(Part json, List<Kind> kinds) {
    return new Saved(
        json.at("expires").instant(),
        json.at("host").text(),
        json.at("identity").text(),
        origin(json.at("configuration")),
        new Grounds(
            ExcerptJson.read(json.at("head"), kinds),
            json.given("base").map(base -> ExcerptJson.read(base, kinds)),
            TermsJson.read(json.at("terms"))),
        json.at("fingerprints").each(SavedJson::fingerprint));
  }

  private static ObjectNode write(Saved.Origin origin) {
    var json = NODES.objectNode();
    var paths = json.putArray("paths");
    origin.paths().forEach(paths::add);
    json.put("digest", origin.digest());
    var files = json.putArray("files");
    origin.files().forEach((name, sha) -> files.addObject().put("name", name).put("sha256", sha));
    return json;
  }

  private static Saved.Origin origin(Part json) {
    var files = new TreeMap<String, String>();
    json.at("files").each(one -> files.put(one.at("name").text(), one.at("sha256").text()));
    var origin = new Saved.Origin(json.at("paths").each(Part::text), files);
    if (!origin.digest().equals(json.at("digest").text())) {
      throw json.at("digest").not("the digest of its files");
    }
    return origin;
  }

  private static ObjectNode write(Fingerprint one) {
    var json = NODES.objectNode().put("address", one.address().toString()).put("type", one.type());
    one.id().ifPresent(id -> json.put("id", id));
    return json.put("name", one.name()).put("sha256", one.sha256());
  }

  private static Fingerprint fingerprint(Part json) {
    return new Fingerprint(
        json.at("address").address(),
        json.at("type").text(),
        json.given("id").map(Part::text),
        json.at("name").text(),
        json.at("sha256").text());
  }
}
