package dev.orgform.report.formats;

import dev.orgform.documents.FieldChange;
import dev.orgform.documents.PlanDocument;
import dev.orgform.documents.PlannedChange;
import dev.orgform.documents.Source;
import dev.orgform.documents.Verb;
import dev.orgform.model.Address;
import dev.orgform.model.Code;
import dev.orgform.model.Deed;
import dev.orgform.model.Diagnostic;
import dev.orgform.model.Value;
import dev.orgform.plan.Confirmation;
import dev.orgform.report.findings.Lineage;
import dev.orgform.report.findings.Lineage.Kin;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.random.RandomGenerator;

/** Plans of every size and mixture, made by dice. */
final class RandomPlans {
  private static final int MOST = 5_000;

  private final RandomGenerator dice;
  private final SortedMap<Address, Kin> kin = new TreeMap<>();

  RandomPlans(RandomGenerator dice) {
    this.dice = dice;
  }

  /** Deletions, each with its name and its line, among as many notes. */
  PlanDocument plan(int deletions, List<Diagnostic> notes) {
    var changes = new ArrayList<PlannedChange>();
    for (int i = 0; i < deletions; i++) {
      changes.add(change(i, true));
    }
    return plan(changes, notes);
  }

  /** Most are small, some have 5,000 changes; all shares of deletions are met. */
  PlanDocument plan() {
    double share = dice.nextDouble();
    int size = dice.nextInt(50) == 0 ? MOST : (int) (MOST * Math.pow(share, 8));
    double deletions = dice.nextInt(3) == 0 ? dice.nextDouble() : dice.nextDouble() / 50;
    var changes = new ArrayList<PlannedChange>();
    for (int i = 0; i < size; i++) {
      changes.add(change(i, dice.nextDouble() < deletions));
    }
    return plan(changes, diagnostics());
  }

  private static PlanDocument plan(List<PlannedChange> changes, List<Diagnostic> diagnostics) {
    boolean oneWay = changes.stream().anyMatch(PlannedChange::oneWay);
    return new PlanDocument(
        "1",
        Optional.empty(),
        changes,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        oneWay ? Optional.of("0123456789ab") : Optional.empty(),
        new TreeSet<>(),
        new TreeSet<>(
            oneWay ? List.of(Confirmation.ALLOW_DELETE, Confirmation.ACCEPT_ONE_WAY) : List.of()),
        diagnostics,
        1);
  }

  Lineage lineage() {
    return new Lineage(kin);
  }

  private List<Diagnostic> diagnostics() {
    var all = new ArrayList<Diagnostic>();
    for (int i = dice.nextInt(60); i > 50; i--) {
      all.add(
          Diagnostic.error(Code.CONFLICT, "The name of organization.o" + i + " changed twice")
              .because("Before it was \"one\". ".repeat(1 + dice.nextInt(30)))
              .todo("Find out who changed it."));
    }
    return all;
  }

  private PlannedChange change(int number, boolean deletes) {
    var address =
        deletes
            ? Address.undeclared("organization", "%032x".formatted(number))
            : new Address("organization", "o" + number);
    var verb = deletes ? Verb.DELETE : dice.nextBoolean() ? Verb.CREATE : Verb.UPDATE;
    var parent = new Address("organization", "o" + (number == 0 ? 0 : dice.nextInt(number)));
    kin.put(address, new Kin(Optional.of(parent), "", Optional.empty()));
    var name = Value.text("Acme \u00c4 " + "x".repeat(dice.nextInt(80)) + number);
    var fields = new TreeMap<String, Value>(Map.of("name", name));
    return new PlannedChange(
        address,
        "cloudflare_organization",
        verb,
        verb == Verb.CREATE ? new TreeMap<>() : fields,
        verb == Verb.DELETE ? new TreeMap<>() : fields,
        new TreeSet<>(),
        List.of(
            new FieldChange(
                "name",
                verb == Verb.CREATE ? Value.unmanaged() : name,
                verb == Verb.DELETE ? Value.unmanaged() : Value.text("New\nname " + number))),
        "the dice say so",
        deletes ? Deed.Undo.SUPPORT_ONLY : Deed.Undo.FREE,
        deletes ? Deed.Reach.MEMBERS_CEASE : Deed.Reach.NOBODY,
        Deed.Needs.KEY,
        1,
        new TreeSet<>(),
        Optional.of(new Source("organizations.yaml", number + 1, 3)));
  }
}
