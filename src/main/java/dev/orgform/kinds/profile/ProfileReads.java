package dev.orgform.kinds.profile;

import static dev.orgform.kinds.profile.ProfileKind.ORGANIZATION;
import static dev.orgform.kinds.profile.ProfileKind.PROFILE;

import dev.orgform.api.Script;
import dev.orgform.live.Reads;
import dev.orgform.live.Said;
import dev.orgform.live.Wanted;
import dev.orgform.model.Bindings;
import dev.orgform.model.Checked;
import dev.orgform.model.Fields;
import dev.orgform.model.Resource;
import dev.orgform.model.Value;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Reads the profiles that are declared, one request each. */
public final class ProfileReads implements Reads {
  private final Said said;

  public ProfileReads(Said said) {
    this.said = said;
  }

  @Override
  public List<Script<Checked<List<Resource>>>> scripts(Wanted wanted) {
    return wanted.declared().stream().map(profile -> script(profile, wanted.bindings())).toList();
  }

  private Script<Checked<List<Resource>>> script(Resource wanted, Bindings bindings) {
    var id = bindings.id(wanted.fields().get(ORGANIZATION)).orElseThrow();
    var call = ProfileWire.get(id);
    return Script.send(
        call,
        reply ->
            Script.done(
                switch (ProfileWire.read(call, reply, said)) {
                  case ProfileWire.Found found ->
                      Checked.of(List.of(live(wanted, found)), List.of());
                  case ProfileWire.Denied denied -> Checked.failed(List.of(denied.why()));
                }));
  }

  private static Resource live(Resource wanted, ProfileWire.Found found) {
    var fields = new TreeMap<String, Value>(found.fields().values());
    fields.put(ORGANIZATION, wanted.fields().get(ORGANIZATION));
    return new Resource(
        wanted.address(), PROFILE, Optional.empty(), new Fields(fields), Optional.empty());
  }
}
