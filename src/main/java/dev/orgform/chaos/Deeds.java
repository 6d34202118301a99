package dev.orgform.chaos;

import dev.orgform.api.Call;
import dev.orgform.kinds.organization.OrganizationKind;
import dev.orgform.model.Desired;
import dev.orgform.model.Resource;
import dev.orgform.plan.Change;
import dev.orgform.plan.Plan;
import dev.orgform.sandbox.Deed;
import dev.orgform.sandbox.Estate;
import dev.orgform.sandbox.Organization;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Judges what a process did at the server, from the server's own ledger. What somebody else did
 * between the process's look and its deed is the window that the API leaves open, and no fault.
 */
final class Deeds {
  private final Desired desired;
  private final Tally met;
  private final Set<String> ours = new HashSet<>();

  Deeds(Desired desired, Tally met) {
    this.desired = desired;
    this.met = met;
  }

  void judge(Deed deed, Estate estate, Watch watch) {
    if (!deed.acted()) {
      return;
    }
    if (deed.isCreate()) {
      met.met(Met.CREATED);
      created(deed.after().orElseThrow(), estate, watch);
    } else if (deed.isDelete()) {
      met.met(Met.DELETED);
      deleted(deed.before().orElseThrow(), watch);
    } else if (deed.isUpdate() && deed.target().endsWith("/profile")) {
      met.met(Met.PROFILED);
      profiled(deed.before().orElseThrow(), deed.after().orElseThrow(), watch);
    } else if (deed.isUpdate()) {
      met.met(Met.RENAMED);
      renamed(deed.before().orElseThrow(), deed.after().orElseThrow(), watch);
    }
  }

  /** I1: no second one at the same place under the same name. */
  private void created(Organization made, Estate estate, Watch watch) {
    ours.add(made.id());
    var filter =
        Call.get("organizations")
            .query("parent.id", made.parent().orElse("null"))
            .query("name", made.name())
            .query("page_size", "1000");
    var look = watch.look(filter);
    for (var other : estate.organizations().values()) {
      boolean same =
          other.name().equals(made.name())
              && other.parent().equals(made.parent())
              && !other.id().equals(made.id());
      if (same) {
        met.met(Met.CREATED_BESIDE);
      }
      if (same && ours.contains(other.id())) {
        throw new Violation.Found(
            "I1", "\"" + made.name() + "\" was created twice: " + other.id() + ", " + made.id());
      }
      if (same && look.flatMap(seen -> named(seen, other)).isPresent()) {
        throw new Violation.Found(
            "I1", "\"" + made.name() + "\" was created beside " + other.id() + ", seen before");
      }
    }
  }

  private static Optional<Organization> named(Snapshot seen, Organization other) {
    return seen.estate()
        .find(other.id())
        .filter(was -> was.name().equals(other.name()))
        .filter(was -> !was.veil().visible().isAfter(SimulatedTime.BEGAN.plusNanos(seen.nanos())));
  }

  /** I2: only what a reviewed statement names, as the approved plan saw it. */
  private void deleted(Organization gone, Watch watch) {
    boolean reviewed =
        desired.removals().stream().anyMatch(removal -> removal.id().equals(gone.id()));
    var step =
        steps(watch)
            .filter(Change.Delete.class::isInstance)
            .map(Change.Delete.class::cast)
            .filter(delete -> delete.live().id().equals(Optional.of(gone.id())))
            .findFirst();
    if (!reviewed || step.isEmpty()) {
      throw new Violation.Found("I2", "\"" + gone.name() + "\" was deleted without a step");
    }
    var planned = step.get().live().fields().text(OrganizationKind.NAME);
    if (!gone.name().equals(planned) && !isAsAtLook(gone, planned, watch)) {
      throw new Violation.Found("I2", "\"" + planned + "\" was deleted as \"" + gone.name() + "\"");
    }
  }

  /** I3: a name that the plan saw, or one that somebody gave it after the last look. */
  private void renamed(Organization before, Organization after, Watch watch) {
    var step = update(watch, before.id());
    if (step.isEmpty()) {
      throw new Violation.Found("I3", "\"" + before.name() + "\" was renamed without a step");
    }
    var planned = step.get().live().fields().text(OrganizationKind.NAME);
    var wanted = step.get().wanted().fields().text(OrganizationKind.NAME);
    boolean fits =
        before.name().equals(planned)
            || before.name().equals(wanted)
            || isAsAtLook(before, planned, watch);
    if (!fits || !after.name().equals(wanted)) {
      throw new Violation.Found(
          "I3",
          "\"%s\" became \"%s\", planned from \"%s\""
              .formatted(before.name(), after.name(), planned));
    }
  }

  private static boolean isAsAtLook(Organization before, String planned, Watch watch) {
    return watch
        .look(Call.get("organizations", before.id()))
        .flatMap(seen -> seen.estate().find(before.id()))
        .filter(was -> was.name().equals(planned))
        .isPresent();
  }

  /** I3: what is declared as declared and else as planned, all else as it was at the last look. */
  private void profiled(Organization before, Organization after, Watch watch) {
    var look = watch.look(Call.get("organizations", before.id(), "profile"));
    if (look.isEmpty()) {
      throw new Violation.Found("I3", "a profile was sent that nobody had looked at");
    }
    var seen = look.get().estate().find(before.id()).orElse(before);
    var change = profile(watch, before.id());
    if (change.isEmpty()) {
      throw new Violation.Found("I3", "the profile of " + before.id() + " changed without a step");
    }
    var names = new TreeSet<String>();
    Stream.of(seen, after)
        .forEach(o -> o.profile().ifPresent(p -> p.fieldNames().forEachRemaining(names::add)));
    for (var name : names) {
      if (!isRight(name, seen, after, change.get())) {
        throw new Violation.Found("I3", name + " of " + before.id() + " was overwritten");
      }
    }
  }

  private static boolean isRight(
      String name, Organization seen, Organization after, Change change) {
    var wanted = wanted(change).fields().get(name);
    boolean kept = json(seen, name).equals(json(after, name));
    if (kept || !wanted.managed()) {
      return kept;
    }
    boolean asPlanned =
        !(change instanceof Change.Update update)
            || Truth.means(Truth.text(seen, name), update.live().fields().get(name));
    return asPlanned && Truth.means(Truth.text(after, name), wanted);
  }

  /** Absent is empty for the five texts, which a profile always has. */
  private static String json(Organization organization, String name) {
    return organization
        .profile()
        .map(p -> p.path(name))
        .map(Object::toString)
        .orElse("")
        .replaceFirst("^$", "\"\"");
  }

  private static Stream<Change> steps(Watch watch) {
    return watch.plan().stream().map(Plan::steps).flatMap(s -> s.stream()).map(s -> s.change());
  }

  private static Optional<Change.Update> update(Watch watch, String id) {
    return steps(watch)
        .filter(Change.Update.class::isInstance)
        .map(Change.Update.class::cast)
        .filter(update -> update.live().id().equals(Optional.of(id)))
        .findFirst();
  }

  /** The step for the profile of a live organization, found through the tree that is declared. */
  private static Optional<Change> profile(Watch watch, String id) {
    return steps(watch)
        .filter(change -> change.kind().name().equals("profile"))
        .filter(change -> watch.isOf(wanted(change), id))
        .findFirst();
  }

  private static Resource wanted(Change change) {
    return switch (change) {
      case Change.Create create -> create.wanted();
      case Change.Update update -> update.wanted();
      case Change.Delete delete -> delete.live();
    };
  }
}
