package dev.orgform.report;

import dev.orgform.documents.AdoptedObject;
import dev.orgform.documents.DriftedObject;
import dev.orgform.documents.LiveObject;

/** What stands beside the changes of a plan, each object in one line. */
final class AsideLine {
  private AsideLine() {}

  /** In Terraform's words, which other tools look for. */
  static String of(DriftedObject object) {
    var line = new Line().data(object.address().toString()).say(": Drift detected (");
    var did =
        switch (object.state()) {
          case MISSING -> "delete";
          case DRIFTED -> object.isAdded() ? "create" : "update";
          case IGNORED -> "update";
        };
    return line.data(did).say(")").in(Ink.PLAIN);
  }

  static String of(AdoptedObject object) {
    var line = new Line().data(object.address().toString()).say(": Plan to adopt");
    if (!object.takenOver().isEmpty()) {
      line.say(", taking over ").number(object.takenOver().size());
      line.say(object.takenOver().size() == 1 ? " field" : " fields");
    }
    return line.in(Ink.PLAIN);
  }

  static String of(LiveObject object) {
    return new Line().say("Not managed: ").add(PlanNotes.line(object)).in(Ink.PLAIN);
  }
}
