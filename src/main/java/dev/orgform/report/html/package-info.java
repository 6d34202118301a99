/**
 * The report as one HTML file. Templates are text blocks that the compiler turns into code;
 * whatever they put in goes through {@link dev.orgform.report.html.Encoder}.
 */
@NullMarked
@JStacheConfig(
    type = JStacheType.STACHE,
    formatter = Encoder.class,
    naming = @JStacheName(suffix = "Sheet"))
package dev.orgform.report.html;

import io.jstach.jstache.JStacheConfig;
import io.jstach.jstache.JStacheName;
import io.jstach.jstache.JStacheType;
import org.jspecify.annotations.NullMarked;
