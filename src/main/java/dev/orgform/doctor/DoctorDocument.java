package dev.orgform.doctor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Locale;

/**
 * Everything that was found; its schema is {@code schemas/doctor.schema.json}.
 *
 * @param tool the version of orgform
 */
public record DoctorDocument(String tool, List<Finding> findings) {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  public DoctorDocument {
    findings = List.copyOf(findings);
  }

  /** Whether a plan could run. */
  public boolean isAble() {
    return findings.stream().noneMatch(one -> one.level() == Finding.Level.PROBLEM);
  }

  /** JSON in one line, pure ASCII. */
  public String line() {
    var json = JsonNodeFactory.instance.objectNode();
    json.put("document", "orgform-doctor").put("version", 1).put("tool", tool);
    var list = json.put("able", isAble()).putArray("findings");
    for (var finding : findings) {
      var one = list.addObject().put("level", finding.level().name().toLowerCase(Locale.ROOT));
      one.put("topic", finding.topic()).put("what", finding.what());
      if (!finding.todo().isEmpty()) {
        one.put("todo", finding.todo());
      }
    }
    try {
      return MAPPER.writeValueAsString(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of texts can always be written", e);
    }
  }
}
