package nl.datakade.catalog.vocabulary;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(Licenses.class)
class VocabularyConfiguration {}
