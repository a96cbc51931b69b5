#!/usr/bin/env groovy
@Library(['shared@v1', 'other']) _
import groovy.transform.Field
import static java.util.Arrays.asList

@Field def retries = 3
@Field final Map<String, List<String>> stages = [build: ['a', 'b'], 'test-1': [], (key): 1]
def (major, minor) = [1, 2]
String name = "x\${literal} \$dollar ${"nested ${'deep'}"} $BUILD_ID.y \u0041"
int[] numbers = [1, 2.5, 3L, 0x1F, 1_000] as int[]
def pattern = ~/release-\d+\/.*/
def lines = '''three
lines \
joined'''
def raw = $/a dollar $$ a slash $/ ${name} /$

/* a comment { with ' quotes */
boolean isMain(String branch, boolean strict = true) {
  return branch ==~ /(main|master)/ || (strict && branch?.startsWith('release/') == true)
}

def call(Map config = [:]) {
  config.each { key, value -> echo "${key}=${value}" }
  (1..3).each { println it }
  numbers.collect { it * 2 }.findAll { n -> n > 2 }.join(',')
  for (int i = 0; i < 3; i++) { echo "${i}" }
  for (x in [1, 2]) echo x
  while (retries > 0) { retries -= 1 }
  switch (name) {
    case 'a':
      echo 'a'
      break
    case ~/b.*/:
    default:
      echo 'b'
  }
  def size = name ? name.size() : 0
  def other = config.other ?: 'none'
  def entry = config['key']
  def shape = new Date().format('yyyy')
  def closure = { -> echo 'called' }
  def result = config
    .findAll { k, v -> v }
    .collect { k, v ->
      k
    }
  if (name == 'x') echo 'one' else if (name != 'y') { echo 'two' }
  else {
    echo 'three'
  }
  try {
    sh 'true'
  } catch (IOException | RuntimeException e) {
    throw e
  }
  catch (Exception e) {
    error "failed: ${e.message}"
  } finally {
    deleteDir()
  }
  assert name instanceof String
  config << [a: 1]
  config.list += 'x'
  stages*.name
  !name && -retries > +1
  return
}

node('linux && docker') {
  checkout([$class: 'GitSCM', branches: [[name: '*/main']], userRemoteConfigs: [[url: 'x']]])
  def status = sh returnStatus: true, script: 'make'
  sh label: 'long', script: """
    echo "quoted" \\
      ${name}
  """
  step([$class: 'Mailer', notifyEveryUnstableBuild: true])
  withCredentials([
    string(credentialsId: 'a', variable: 'A'),
    usernamePassword(credentialsId: 'b', usernameVariable: 'U', passwordVariable: 'P'),
  ]) {
    sh('echo $A')
  }
  parallel(
    one: { sh 'one' },
    'two': { stage('two') { sh 'two' } },
    failFast: true,
  )
  archiveArtifacts artifacts: '**/*.jar', allowEmptyArchive: true; junit '*.xml'
}
