package dev.orgform.world;

import dev.orgform.documents.Fingerprint;
import dev.orgform.documents.Moved;
import dev.orgform.documents.PlanDocument;
import dev.orgform.documents.Saved;
import dev.orgform.documents.SavedPlan;
import dev.orgform.kinds.Kinds;
import dev.orgform.model.Desired;
import dev.orgform.model.Diagnostic;
import dev.orgform.plan.Confirmation;
import dev.orgform.plan.Grounds;
import dev.orgform.plan.Plan;
import dev.orgform.plan.Terms;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** A plan that went through a file, and is made again from what the file says. */
public final class Kernel {
  private static final Instant MADE = Instant.parse("2026-11-21T08:00:00Z");

  private final SavedPlan saved;
  private final List<Diagnostic> moved = new ArrayList<>();

  private Kernel(SavedPlan saved) {
    this.saved = saved;
  }

  public static Kernel of(Desired desired, Terms terms, Plan plan) {
    var all = terms.confirmed(EnumSet.allOf(Confirmation.class));
    var saved =
        new SavedPlan(
            PlanDocument.of(plan, "0").madeAt(MADE),
            new Saved(
                MADE.plusSeconds(86_400),
                "here",
                "me",
                new Saved.Origin(List.of("."), new TreeMap<>()),
                Grounds.of(desired, all, plan),
                Fingerprint.of(plan)));
    var text = saved.pretty();
    var read = SavedPlan.read(text, "plan.json", Kinds.kinds());
    var back = read.value().orElseThrow(() -> new AssertionError("" + read.diagnostics()));
    if (!back.equals(saved) || !back.pretty().equals(text)) {
      throw new AssertionError("not read as it was written: " + saved + "\n" + back);
    }
    return new Kernel(back);
  }

  public SavedPlan saved() {
    return saved;
  }

  /** The plan made again; empty where it is another, or none. */
  public Optional<Plan> again(Run run) {
    moved.clear();
    var grounds = saved.saved().grounds();
    var made = run.checked(grounds.desired(), grounds.saying(Terms.PLAIN));
    if (made.value().isEmpty()) {
      moved.addAll(made.diagnostics());
      return Optional.empty();
    }
    var plan = made.value().get();
    moved.addAll(Moved.between(saved, plan));
    plan.diagnostics().stream().filter(Diagnostic::isError).forEach(moved::add);
    return moved.isEmpty() ? Optional.of(plan) : Optional.empty();
  }

  /** Why the plan made again is not the same; nothing where it is. */
  public List<Diagnostic> moved(Run run) {
    var unused = again(run);
    return List.copyOf(moved);
  }
}
