package dev.orgform.kinds.organization;

import dev.orgform.api.Script;
import dev.orgform.apply.Means;
import dev.orgform.apply.Outcome;
import dev.orgform.apply.Seeks;
import dev.orgform.apply.Writes;
import dev.orgform.model.Bindings;
import dev.orgform.model.Fields;
import dev.orgform.model.Resource;
import java.util.Optional;

/** Creates, renames and deletes organizations; each is a file of its own. */
public final class OrganizationWrites implements Writes {
  private final Means means;

  public OrganizationWrites(Means means) {
    this.means = means;
  }

  @Override
  public Script<Outcome> create(Resource wanted, Bindings bindings) {
    return new CreateOrganization(means, wanted, bindings).script();
  }

  @Override
  public Script<Outcome> update(Resource planned, Fields changes, Bindings bindings) {
    return new RenameOrganization(means, planned, changes).script();
  }

  @Override
  public Script<Outcome> delete(Resource planned, Bindings bindings) {
    return new DeleteOrganization(means, planned, bindings).script();
  }

  @Override
  public Optional<Seeks> seeks() {
    return Optional.of(new OrganizationSeeks(means.said()));
  }
}
