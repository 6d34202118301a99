package dev.orgform.guard;

import dev.orgform.model.Code;
import dev.orgform.model.Diagnostic;
import dev.orgform.model.Rule;
import dev.orgform.plan.Guard;
import dev.orgform.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Every plan meets the rules of the guard file. */
record Rules(List<Rule> rules) implements Guard {
  /** So many changes are named that do not meet one rule. */
  private static final int NAMED = 20;

  /** What is wrong with the expressions themselves. */
  List<Diagnostic> check() {
    var language = new Language();
    return rules.stream().flatMap(rule -> language.compile(rule).diagnostics().stream()).toList();
  }

  @Override
  public List<Diagnostic> objections(Plan plan) {
    var language = new Language();
    var budget = new Budget(plan.steps().size());
    var facts = new Facts(plan);
    var objections = new ArrayList<Diagnostic>();
    for (var rule : rules) {
      var compiled = language.compile(rule);
      objections.addAll(compiled.diagnostics());
      compiled.value().ifPresent(question -> ask(rule, question, facts, budget, objections));
    }
    return objections;
  }

  private static void ask(
      Rule rule, Question question, Facts facts, Budget budget, List<Diagnostic> objections) {
    switch (rule.scope()) {
      case PLAN -> objection(rule, question.ask(facts.ofPlan(), budget)).ifPresent(objections::add);
      case CHANGE -> askEach(rule, question, facts, budget, objections);
    }
  }

  private static void askEach(
      Rule rule, Question question, Facts facts, Budget budget, List<Diagnostic> objections) {
    int found = 0;
    for (var step : facts.plan().steps()) {
      var objection = objection(rule, question.ask(facts.of(step), budget));
      if (objection.isPresent() && found++ < NAMED) {
        objections.add(objection.get().about(step.address()));
      }
    }
    if (found > NAMED) {
      objections.add(more(rule, found - NAMED));
    }
  }

  private static Optional<Diagnostic> objection(Rule rule, Answer answer) {
    return switch (answer) {
      case Answer.Met met -> Optional.empty();
      case Answer.Broken broken -> Optional.of(broken(rule, rule.message()));
      case Answer.Failed failed -> Optional.of(failed(rule, failed.why()));
    };
  }

  private static Diagnostic more(Rule rule, int count) {
    return broken(
        rule, "%d more %s not meet it".formatted(count, count == 1 ? "change does" : "changes do"));
  }

  private static Diagnostic broken(Rule rule, String summary) {
    return said(rule, Code.RULE_BROKEN, summary)
        .because("The rule `%s` at %s is not met.".formatted(rule.id(), rule.place()))
        .todo(
            "Change what is planned. If the rule is wrong, first correct it in a reviewed change of"
                + " its own.");
  }

  private static Diagnostic failed(Rule rule, String why) {
    return said(rule, Code.RULE_FAILED, "The rule `" + rule.id() + "` came to no answer")
        .because(why + " What cannot be answered is not met.")
        .todo(
            "Correct the rule: `type(x) == string` and `size(list) > 0` ask first whether a value"
                + " is what it should be.");
  }

  private static Diagnostic said(Rule rule, Code code, String summary) {
    var error = Diagnostic.error(code, summary);
    return switch (rule.severity()) {
      case ERROR -> error.at(rule.place());
      case WARNING, NOTE -> error.asWarning().at(rule.place());
    };
  }
}
