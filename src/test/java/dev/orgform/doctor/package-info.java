/** What settings of Java do to the way to the API, or do not. */
package dev.orgform.doctor;
