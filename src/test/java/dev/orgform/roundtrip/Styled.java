package dev.orgform.roundtrip;

import dev.orgform.model.Field;
import dev.orgform.sandbox.Estate;
import dev.orgform.sandbox.Organization;
import dev.orgform.scribe.Emitter;
import dev.orgform.scribe.FieldForm;
import dev.orgform.scribe.Scalars;
import dev.orgform.scribe.Yaml;
import java.util.List;
import java.util.Random;

/** An estate as people write it: quotes, braces, comments and line ends as chance has them. */
final class Styled {
  private final Random random;
  private final StringBuilder out = new StringBuilder("# by hand\nversion: 1\n\norganizations:\n");

  private Styled(Random random) {
    this.random = random;
  }

  static String of(Estate estate, Random random) {
    var styled = new Styled(random);
    estate.organizations().values().stream()
        .filter(one -> one.parent().isEmpty())
        .forEach(one -> styled.organization(estate, one, "  "));
    var text = styled.out.toString();
    return random.nextInt(4) == 0 ? text.replace("\n", "\r\n") : text;
  }

  private void organization(Estate estate, Organization one, String indent) {
    comment(indent);
    out.append(indent).append("k").append(one.id()).append(':').append(note()).append('\n');
    var inner = indent + "  ";
    out.append(inner).append("name: ").append(scalar(one.name(), "")).append('\n');
    out.append(inner).append("id: \"").append(one.id()).append("\"").append(note()).append('\n');
    one.profile().ifPresent(profile -> profile(profile, inner));
    var children = estate.children(one.id());
    if (!children.isEmpty()) {
      out.append(inner).append("organizations:\n");
      children.forEach(child -> organization(estate, child, inner + "  "));
    }
  }

  private void profile(com.fasterxml.jackson.databind.node.ObjectNode profile, String indent) {
    boolean flow = random.nextInt(3) == 0;
    out.append(indent).append("profile:").append(flow ? " {" : note() + "\n");
    var separator = "";
    for (var field :
        List.of(
            Field.any("business_name", Field.Shape.TEXT),
            Field.any("business_phone", Field.Shape.TEXT),
            Field.any("business_address", Field.Shape.TEXT_OR_MAP_OF_TEXT),
            Field.any("external_metadata", Field.Shape.TEXT_OR_JSON))) {
      var text = profile.path(field.name()).asText();
      var value = FieldForm.of(field.shape(), field.shape().read(text));
      if (flow) {
        out.append(separator).append(field.name()).append(": ").append(Emitter.flow(value));
        separator = ", ";
      } else {
        comment(indent + "  ");
        block(field.name(), value, indent + "  ");
      }
    }
    out.append(flow ? "}" + note() + "\n" : "");
  }

  private void block(String name, Yaml value, String indent) {
    out.append(indent).append(name).append(':');
    switch (value) {
      case Yaml.Text text -> out.append(' ').append(scalar(text.text(), indent)).append('\n');
      case Yaml.Block block when !block.entries().isEmpty() && random.nextBoolean() ->
          out.append(note()).append('\n').append(Emitter.entries(block, indent.length() + 3));
      default -> out.append(' ').append(Emitter.flow(value)).append(note()).append('\n');
    }
  }

  private String scalar(String text, String indent) {
    return switch (random.nextInt(4)) {
      case 0 -> Scalars.single(text).orElseGet(() -> Scalars.quoted(text)) + note();
      case 1 -> Scalars.quoted(text) + note();
      case 2 ->
          !indent.isEmpty() && text.matches("[a-zA-Z]+(\n[a-zA-Z]+)*")
              ? "|-\n" + indent + "    " + text.replace("\n", "\n" + indent + "    ")
              : Scalars.of(text) + note();
      default -> Scalars.of(text) + note();
    };
  }

  private void comment(String indent) {
    if (random.nextInt(6) == 0) {
      out.append(indent).append("# a word on this\n");
    }
  }

  private String note() {
    return random.nextInt(5) == 0 ? "  # note" : "";
  }
}
