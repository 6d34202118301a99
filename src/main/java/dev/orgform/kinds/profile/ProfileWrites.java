package dev.orgform.kinds.profile;

import static dev.orgform.kinds.profile.ProfileKind.ORGANIZATION;

import dev.orgform.api.Script;
import dev.orgform.apply.Means;
import dev.orgform.apply.Outcome;
import dev.orgform.apply.Writes;
import dev.orgform.model.Bindings;
import dev.orgform.model.Fields;
import dev.orgform.model.Resource;
import dev.orgform.model.Value;
import java.util.Optional;
import java.util.TreeMap;

/** Sets profiles; the API has no other way to make one, and no way to delete one. */
public final class ProfileWrites implements Writes {
  private final Means means;

  public ProfileWrites(Means means) {
    this.means = means;
  }

  @Override
  public Script<Outcome> create(Resource wanted, Bindings bindings) {
    var texts = new TreeMap<String, Value>(wanted.fields().values());
    texts.remove(ORGANIZATION);
    return new PutProfile(means, wanted, Optional.empty(), new Fields(texts), bindings).script();
  }

  @Override
  public Script<Outcome> update(Resource planned, Fields changes, Bindings bindings) {
    var before = Optional.of(planned.fields());
    return new PutProfile(means, planned, before, changes, bindings).script();
  }

  @Override
  public Script<Outcome> delete(Resource planned, Bindings bindings) {
    throw new IllegalStateException("the API has no request that deletes a profile");
  }
}
