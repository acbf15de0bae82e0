@NullMarked
package nl.datakade.cli.demo;

import org.jspecify.annotations.NullMarked;
