package dev.orgform.plan;

import dev.orgform.model.Diagnostic;
import java.util.List;

/** Plan in, objections out; an objection that is an error refuses the plan. */
public interface Guard {
  List<Diagnostic> objections(Plan plan);
}
